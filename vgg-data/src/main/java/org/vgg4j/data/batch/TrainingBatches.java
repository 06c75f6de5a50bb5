package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.MustBeClosed;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.batch.Prefetch.Range;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;

/**
 * The batches of a training run (section 3.1), prepared ahead on worker threads. The order of epoch
 * e hangs on {@code seed/order/e} and what is seen of an image on {@code seed/sample/e/ID}: the
 * same bits for any number of threads and workers, and after a restart from any batch.
 */
public final class TrainingBatches {
  /** Batches that are prepared while one is trained on. */
  private static final int BATCHES_AHEAD = 2;

  private final ImageDataset dataset;
  private final Batching batching;
  private final int threads;
  private final Resampler resampler;

  /**
   * Batches of {@code dataset}, which stays the caller's to close.
   *
   * @param threads worker threads
   */
  public TrainingBatches(ImageDataset dataset, Batching batching, int threads) {
    this.dataset = dataset;
    this.batching = batching;
    this.threads = threads;
    this.resampler = new Resampler(batching.augmentation().filter());
  }

  /** Batches of an epoch; the last may hold fewer images. */
  public int batchesPerEpoch() {
    return EpochPlan.batches(dataset.size(), batching.size());
  }

  /**
   * The batches of an epoch in order, from {@code firstBatch} on. A batch is good until the next is
   * asked for, whose memory it may become.
   *
   * @param epoch number of the epoch, at least 0
   * @param firstBatch how many batches to leave out, 0 for a whole epoch
   */
  @MustBeClosed
  public ClosableIterator<MiniBatch> epoch(int epoch, int firstBatch) {
    checkArgument(
        epoch >= 0 && firstBatch >= 0 && firstBatch <= batchesPerEpoch(),
        "no batch %s in epoch %s",
        firstBatch,
        epoch);
    EpochPlan plan = new EpochPlan(dataset, batching, epoch);
    BatchRing ring = new BatchRing(plan, batching.augmentation().crop(), BATCHES_AHEAD + 1);
    Prefetch<Integer> placed =
        Prefetch.of(
            place -> put(place, plan, ring),
            new Range(plan.before(firstBatch), plan.before(plan.batches())),
            threads,
            Math.max(1, BATCHES_AHEAD * plan.images(0))); // an epoch may have nothing for a worker
    return new BatchAssembly(placed, plan, ring, firstBatch);
  }

  private int put(int place, EpochPlan plan, BatchRing ring) {
    int index = plan.image(place);
    StoredImage image = dataset.image(index);
    Augmentation augmentation = batching.augmentation();
    Seed seed = plan.sample(dataset.id(index));
    Sample sample = augmentation.sample(image.size(), seed);
    MiniBatch batch = ring.at(plan.batchOf(place));
    int row = place - plan.before(plan.batchOf(place));
    batch.put(row, sample.of(image, resampler).pixels(), dataset.label(index));
    batch.shift(row, augmentation.colour().sample(seed.at("colour")));
    return place;
  }
}
