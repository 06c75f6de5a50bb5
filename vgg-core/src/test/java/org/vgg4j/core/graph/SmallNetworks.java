package org.vgg4j.core.graph;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.Preprocessing;

/** Networks of a few hundred weights, for the tests of this room. */
final class SmallNetworks {
  static final Preprocessing SCALED =
      new Preprocessing(List.of(123.68, 116.779, 103.939), 1.0 / 64);

  private SmallNetworks() {}

  static NetworkSpec of(LayerSpec... layers) {
    return new NetworkSpec("small", List.of(layers));
  }

  /** Configuration A at a sixteenth of the width, for crops of 32 pixels. */
  static NetworkSpec narrowA() {
    return of(
        Convolution.same(3, 4),
        MaxPooling.standard(),
        Convolution.same(3, 8),
        MaxPooling.standard(),
        Convolution.same(3, 16),
        Convolution.same(3, 16),
        MaxPooling.standard(),
        Convolution.same(3, 32),
        Convolution.same(3, 32),
        MaxPooling.standard(),
        Convolution.same(3, 32),
        Convolution.same(3, 32),
        MaxPooling.standard(),
        new FullyConnected(64),
        new FullyConnected(64),
        new FullyConnected(10));
  }

  static TrainingDefinition training(NetworkSpec network, int crop, Sgd sgd) {
    return new TrainingDefinition(network, crop, SCALED, sgd, 64, new Seed(5));
  }

  /**
   * He's initialisation, momentum zero, and biases that are not zero: a dead pixel would otherwise
   * sit exactly on the kink of the rectification.
   */
  static void initialize(TrainingGraph graph, Seed seed) {
    for (Parameter parameter : graph.parameters()) {
      float[] values = new Initialization.He().values(parameter, seed);
      if (parameter.role() == Role.BIASES) {
        Arrays.fill(values, 0.1f);
      }
      graph.write(parameter, values);
    }
    graph.trained().forEach(p -> graph.writeMomentum(p, new float[Math.toIntExact(p.elements())]));
  }

  static byte[] randomPixels(int count, int size, Seed seed) {
    byte[] pixels = new byte[count * size * size * 3];
    seed.random().nextBytes(pixels);
    return pixels;
  }

  /** A step on images that are in one array. */
  static StepResult step(
      TrainingGraph graph, byte[] pixels, int[] labels, long number, float rate) {
    int crop = IntMath.sqrt(pixels.length / labels.length / 3, RoundingMode.UNNECESSARY);
    try (MiniBatch batch = MiniBatch.of(pixels, labels, crop)) {
      return graph.step(batch, number, rate);
    }
  }
}
