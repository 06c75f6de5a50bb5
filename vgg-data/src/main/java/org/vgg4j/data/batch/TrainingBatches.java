package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.MustBeClosed;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.batch.Prefetch.Range;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;

/**
 * The batches of a training run (section 3.1), prepared ahead on worker threads. The order of epoch
 * e hangs on {@code seed/order/e}, what is seen of image i on {@code seed/sample/e/i}: the same
 * bits for any number of threads, and after a restart from any batch.
 */
public final class TrainingBatches implements AutoCloseable {
  /** Batches that are prepared while one is trained on. */
  private static final int BATCHES_AHEAD = 2;

  private final ImageDataset dataset;
  private final Batching batching;
  private final int threads;
  private final Resampler resampler;

  /**
   * Batches of {@code dataset}, which stays the caller's to close.
   *
   * @param threads worker threads, also the thread count of the process
   * @throws Problem if a batch is larger than an array can be
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // close() closes the resampler
  public TrainingBatches(ImageDataset dataset, Batching batching, int threads) {
    int crop = batching.augmentation().crop();
    if ((long) batching.size() * crop * crop * Image.CHANNELS > Integer.MAX_VALUE - 8) {
      throw Problem.configuration(
          "batch size " + batching.size(), "takes more than 2 GiB", "use smaller batches or crops");
    }
    this.dataset = dataset;
    this.batching = batching;
    this.threads = threads;
    this.resampler = new Resampler(threads);
  }

  /** Batches of an epoch; the last may hold fewer images. */
  public int batchesPerEpoch() {
    return -Math.floorDiv(-dataset.size(), batching.size());
  }

  /**
   * The batches of an epoch in order, from {@code firstBatch} on. Close it before this object.
   *
   * @param epoch number of the epoch, at least 0
   * @param firstBatch how many batches to leave out, 0 for a whole epoch
   */
  @MustBeClosed
  public ClosableIterator<Batch> epoch(int epoch, int firstBatch) {
    checkArgument(
        epoch >= 0 && firstBatch >= 0 && firstBatch <= batchesPerEpoch(),
        "no batch %s in epoch %s",
        firstBatch,
        epoch);
    int[] order = EpochOrder.permutation(dataset.size(), batching.seed().at("order").at(epoch));
    Seed samples = batching.seed().at("sample").at(epoch);
    int begin = (int) Math.min(order.length, (long) firstBatch * batching.size());
    Prefetch<Image> crops =
        Prefetch.of(
            position -> crop(order[position], samples),
            new Range(begin, order.length),
            threads,
            BATCHES_AHEAD * batching.size());
    int[] labels = new int[order.length];
    for (int position = begin; position < order.length; position++) {
      labels[position] = dataset.label(order[position]);
    }
    return new BatchAssembly(crops, labels, begin, batching);
  }

  private Image crop(int index, Seed samples) {
    StoredImage image = dataset.image(index);
    return batching.augmentation().sample(image.size(), samples.at(index)).of(image, resampler);
  }

  /** Frees native memory; epochs must be closed before. */
  @Override
  public void close() {
    resampler.close();
  }
}
