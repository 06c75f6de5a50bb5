package org.vgg4j.experiments.bench;

import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.Sgd;
import org.vgg4j.core.graph.TrainingDefinition;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.ColourShift;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.batch.Batching;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.data.batch.TrainingBatches;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.PrincipalComponents;

/**
 * Measures a network on images in memory.
 *
 * @param size side of the images in pixels, which is also the crop size
 * @param runs measured batches, after one that is not
 */
public record NetworkBench(NetworkSpec network, int size, int batch, int runs, Device device) {

  /**
   * What was measured.
   *
   * @param imagesPerSecond of the median batch
   * @param gigaflops of the median batch: two per multiply-add, three passes in training
   * @param ratio to a 4096 x 4096 float32 matrix product in the same run
   */
  public record Result(double imagesPerSecond, double gigaflops, double ratio) {}

  /** Forward passes. */
  public Result inference() {
    byte[] pixels = pixels();
    InferenceDefinition definition =
        new InferenceDefinition(network, size, Preprocessing.imageNet());
    try (InferenceGraph graph = new InferenceGraph(device, definition)) {
      graph.parameters().forEach(parameter -> graph.write(parameter, start(parameter)));
      graph.scoreMaps(pixels, size, size);
      double[] seconds = new double[runs];
      for (int run = 0; run < runs; run++) {
        seconds[run] = Stopwatch.seconds(() -> graph.scoreMaps(pixels, size, size));
      }
      return result(Stopwatch.median(seconds), 2);
    }
  }

  /** SGD steps: forward, backward, update, on the same images again and again. */
  public Result training() {
    try (TrainingGraph graph = trainingGraph();
        MiniBatch images = images()) {
      graph.step(images, 0, 0);
      double[] seconds = new double[runs];
      for (int run = 0; run < runs; run++) {
        seconds[run] = Stopwatch.seconds(() -> graph.step(images, 0, 0));
      }
      return result(Stopwatch.median(seconds), 6);
    }
  }

  /**
   * What the input pipeline costs.
   *
   * @param overhead the median, over pairs of steps that follow each other, of the time of a step
   *     on fresh images over that of a step on the same ones, minus 1
   * @param waiting the median share of a step's time that it waits for its images
   */
  public record PipelineCost(double overhead, double waiting) {}

  /**
   * Steps on fresh images beside steps on the same ones.
   *
   * @param images has at least one batch more than there are runs
   */
  public PipelineCost pipelineCost(ImageDataset images) {
    checkEnough(images);
    Augmentation augmentation =
        new Augmentation(
            ScaleRange.fixed(size + size / 7),
            size,
            true,
            Filter.BILINEAR,
            new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY));
    Batching batching = new Batching(augmentation, batch, new Seed(1));
    try (ClosableIterator<MiniBatch> epoch =
            new TrainingBatches(images, batching, device.threads()).epoch(0, 0);
        TrainingGraph graph = trainingGraph();
        MiniBatch same = images()) {
      graph.step(epoch.next(), 0, 0);
      double[] ratios = new double[runs];
      double[] waits = new double[runs];
      for (int run = 0; run < runs; run++) {
        double bare = Stopwatch.seconds(() -> graph.step(same, 0, 0));
        long asked = System.nanoTime();
        MiniBatch fresh = epoch.next();
        double wait = (System.nanoTime() - asked) / 1e9;
        double step = Stopwatch.seconds(() -> graph.step(fresh, 0, 0));
        ratios[run] = (wait + step) / bare;
        waits[run] = wait / (wait + step);
      }
      return new PipelineCost(Stopwatch.median(ratios) - 1, Stopwatch.median(waits));
    }
  }

  private void checkEnough(ImageDataset images) {
    int needed = batch * (runs + 1);
    if (images.size() < needed) {
      throw Problem.configuration(
          images.name(),
          "has " + images.size() + " images, but " + runs + " runs need " + needed,
          "use a smaller --batch or fewer --runs");
    }
  }

  private TrainingGraph trainingGraph() {
    TrainingGraph graph =
        new TrainingGraph(
            device,
            new TrainingDefinition(
                network, size, Preprocessing.imageNet(), Sgd.paper(), batch, new Seed(1)));
    graph.parameters().forEach(parameter -> graph.write(parameter, start(parameter)));
    graph.trained().forEach(p -> graph.writeMomentum(p, new float[Math.toIntExact(p.elements())]));
    return graph;
  }

  private Result result(double seconds, int operationsPerMultiplyAdd) {
    double gigaflops =
        operationsPerMultiplyAdd * network.multiplyAdds(size) * (double) batch / seconds / 1e9;
    double ratio = gigaflops / MatrixProduct.gigaflops(device, 4096);
    return new Result(batch / seconds, gigaflops, ratio);
  }

  private static float[] start(Parameter parameter) {
    return new Initialization.Gaussian(0.01).values(parameter, new Seed(1));
  }

  private MiniBatch images() {
    return MiniBatch.of(pixels(), new int[batch], size);
  }

  private byte[] pixels() {
    byte[] pixels = new byte[batch * size * size * 3];
    new Seed(1).random().nextBytes(pixels);
    return pixels;
  }
}
