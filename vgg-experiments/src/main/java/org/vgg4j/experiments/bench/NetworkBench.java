package org.vgg4j.experiments.bench;

import java.util.Arrays;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
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
    try (InferenceGraph graph =
        new InferenceGraph(
            device, new InferenceDefinition(network, size, Preprocessing.imageNet()))) {
      for (Parameter parameter : graph.parameters()) {
        graph.write(parameter, start(parameter));
      }
      double seconds = median(() -> graph.scoreMaps(pixels, size, size));
      return result(seconds, 2);
    }
  }

  /** SGD steps: forward, backward, update. */
  public Result training() {
    byte[] pixels = pixels();
    int[] labels = new int[batch];
    TrainingDefinition definition =
        new TrainingDefinition(
            network, size, Preprocessing.imageNet(), Sgd.paper(), batch, new Seed(1));
    try (TrainingGraph graph = new TrainingGraph(device, definition)) {
      for (Parameter parameter : graph.parameters()) {
        graph.write(parameter, start(parameter));
      }
      for (Parameter parameter : graph.trained()) {
        graph.writeMomentum(parameter, new float[Math.toIntExact(parameter.elements())]);
      }
      double seconds = median(() -> graph.step(pixels, labels, 0, 0));
      return result(seconds, 6);
    }
  }

  private double median(Runnable work) {
    double[] seconds = new double[runs];
    for (int run = -1; run < runs; run++) {
      long start = System.nanoTime();
      work.run();
      seconds[Math.max(run, 0)] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[runs / 2];
  }

  private Result result(double seconds, int operationsPerMultiplyAdd) {
    double gigaflops =
        operationsPerMultiplyAdd * network.multiplyAdds(size) * (double) batch / seconds / 1e9;
    return new Result(
        batch / seconds, gigaflops, gigaflops / MatrixProduct.gigaflops(device, 4096));
  }

  private static float[] start(Parameter parameter) {
    return new Initialization.Gaussian(0.01).values(parameter, new Seed(1));
  }

  private byte[] pixels() {
    byte[] pixels = new byte[batch * size * size * 3];
    new Seed(1).random().nextBytes(pixels);
    return pixels;
  }
}
