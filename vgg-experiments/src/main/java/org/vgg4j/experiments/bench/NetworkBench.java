package org.vgg4j.experiments.bench;

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

  /** A training at its start. */
  TrainingGraph trainingGraph() {
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

  /** A batch that is always the same. */
  MiniBatch images() {
    return MiniBatch.of(pixels(), new int[batch], size);
  }

  private byte[] pixels() {
    byte[] pixels = new byte[batch * size * size * 3];
    new Seed(1).random().nextBytes(pixels);
    return pixels;
  }
}
