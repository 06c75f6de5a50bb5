package org.vgg4j.experiments.bench;

import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.PreprocessingGraph;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.source.ImageDataset;

/**
 * Measures the way from files to what a first layer sees: read, decode, rescale, crop, flip, batch,
 * shift of colours, mean subtraction.
 *
 * @param augmentation how images vary
 * @param batch images in a batch
 * @param seconds how long to measure, after a warm-up
 * @param device with the number of threads
 */
public record DataBench(Augmentation augmentation, int batch, double seconds, Device device) {
  private static final int WARM_UP_BATCHES = 4;

  /**
   * What was measured.
   *
   * @param imagesPerSecond over all threads
   * @param readMillis to read a file, one thread
   * @param decodeMillis to decode what the crop needs
   * @param rescaleMillis to rescale it, crop and flip
   * @param batchMillis to put the crop into its batch
   * @param heapMebibytes Java's memory in use at the end
   * @param residentMebibytes all memory of the process at the end; 0 where the system does not say
   * @param images how many were measured
   */
  public record Result(
      double imagesPerSecond,
      double readMillis,
      double decodeMillis,
      double rescaleMillis,
      double batchMillis,
      long heapMebibytes,
      long residentMebibytes,
      long images) {}

  /** Measures on a split, epoch after epoch. */
  public Result run(ImageDataset dataset) {
    Batching batching = new Batching(augmentation, batch, new Seed(1));
    TrainingBatches batches = new TrainingBatches(dataset, batching, device.threads());
    try (PreprocessingGraph graph =
        new PreprocessingGraph(device, augmentation.crop(), Preprocessing.imageNet())) {
      Throughput throughput = new Throughput(seconds);
      for (int epoch = 0; !throughput.isDone(); epoch++) {
        try (ClosableIterator<MiniBatch> images = batches.epoch(epoch, 0)) {
          while (images.hasNext() && !throughput.isDone()) {
            MiniBatch next = images.next();
            graph.mean(next);
            throughput.add(next.count());
          }
        }
      }
      StageTimes stages = StageTimes.of(dataset, augmentation);
      return result(throughput, stages);
    }
  }

  private static Result result(Throughput throughput, StageTimes stages) {
    return new Result(
        throughput.imagesPerSecond(),
        stages.read(),
        stages.decode(),
        stages.rescale(),
        stages.batch(),
        Memory.heapMebibytes(),
        Memory.residentMebibytes(),
        throughput.images());
  }

  /** Counts images from when the pipeline has filled. */
  private static final class Throughput {
    private final double seconds;
    private int batches;
    private long start;
    private long last;
    private long images;

    Throughput(double seconds) {
      this.seconds = seconds;
    }

    void add(int count) {
      last = System.nanoTime();
      if (++batches <= WARM_UP_BATCHES) {
        start = last;
      } else {
        images += count;
      }
    }

    boolean isDone() {
      return batches > WARM_UP_BATCHES && last - start > seconds * 1e9;
    }

    double imagesPerSecond() {
      return images / ((last - start) / 1e9);
    }

    long images() {
      return images;
    }
  }
}
