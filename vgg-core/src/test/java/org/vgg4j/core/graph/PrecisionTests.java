package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;

/**
 * Products in bfloat16: near float32 where no value is near a kink, never equal to it; parameters
 * stay float32.
 */
class PrecisionTests {
  private static final int CROP = 8;
  private static final int STEPS = 5;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};

  @ParameterizedTest
  @CsvSource({
    "linear fc-classes, 0.008",
    "plain conv3-8 fc-classes, 0.008",
    "responding conv3-8 lrn drop0.5 fc-classes, 0.02",
    "normed conv3-8 bn fc-classes, 0.02",
    "deep conv3-8 conv3-8 fc-classes, 0.04"
  })
  void gradientsOfBfloat16AreNearThoseOfFloat32(String line, double tolerance) {
    NetworkSpec network = NetworkNotation.parse(line).withClasses(3);
    double[] exact = changes(network, Precision.FLOAT32, 1);
    double[] rough = changes(network, Precision.BFLOAT16, 1);
    assertThat(distance(exact, rough)).isBetween(1e-5, tolerance);
  }

  @Test
  void parametersKeepStepsThatAreTooSmallForBfloat16() {
    NetworkSpec network = NetworkNotation.parse("linear fc-classes").withClasses(3);
    double[] exact = changes(network, Precision.FLOAT32, STEPS, 1e-6f);
    double[] rough = changes(network, Precision.BFLOAT16, STEPS, 1e-6f);
    assertThat(distance(exact, rough)).isLessThan(0.008);
  }

  private static double[] changes(NetworkSpec network, Precision precision, int steps) {
    return changes(network, precision, steps, 0.01f);
  }

  /** By how much each trained value moves in so many steps. */
  private static double[] changes(NetworkSpec network, Precision precision, int steps, float rate) {
    byte[] pixels = SmallNetworks.randomPixels(LABELS.length, CROP, new Seed(4));
    try (TrainingGraph graph = new TrainingGraph(Device.cpu(), definition(network, precision))) {
      SmallNetworks.initialize(graph, new Seed(9));
      double[] before = values(graph);
      for (int step = 0; step < steps; step++) {
        SmallNetworks.step(graph, pixels, LABELS, step, rate);
      }
      double[] after = values(graph);
      for (int i = 0; i < after.length; i++) {
        after[i] -= before[i];
      }
      return after;
    }
  }

  private static TrainingDefinition definition(NetworkSpec network, Precision precision) {
    return SmallNetworks.training(network, CROP, Sgd.paper()).with(precision);
  }

  private static double[] values(TrainingGraph graph) {
    return graph.trained().stream()
        .map(graph::read)
        .flatMapToDouble(PrecisionTests::widened)
        .toArray();
  }

  private static DoubleStream widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  /** The length of the difference, beside the length of the first. */
  private static double distance(double[] first, double[] second) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < first.length; i++) {
      difference += (first[i] - second[i]) * (first[i] - second[i]);
      length += first[i] * first[i];
    }
    return Math.sqrt(difference / length);
  }
}
