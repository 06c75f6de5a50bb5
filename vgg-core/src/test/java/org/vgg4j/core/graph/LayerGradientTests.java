package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Padding;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Rounding;

/**
 * Every kind of layer against finite differences of the loss. The layer under test sits between two
 * weight layers, so its gradient by input and by parameters both count.
 */
class LayerGradientTests {
  private static final int CROP = 9;
  private static final int IMAGES = 4;
  private static final float STEP = 2e-3f;

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of("convolution", List.of(Convolution.same(3, 4))),
        Arguments.of("1 x 1 convolution", List.of(Convolution.same(1, 4))),
        Arguments.of(
            "strided convolution without padding",
            List.of(new Convolution(3, 2, Padding.VALID, 4))),
        Arguments.of("pooling up", List.of(MaxPooling.standard())),
        Arguments.of("pooling down", List.of(new MaxPooling(2, 2, Rounding.FLOOR))),
        Arguments.of("overlapping pooling", List.of(new MaxPooling(3, 2, Rounding.CEIL))),
        Arguments.of(
            "local response normalisation, strong enough to matter",
            List.of(new LocalResponseNormalization(3, 2, 0.5, 0.75))),
        Arguments.of("batch normalisation", List.of(BatchNormalization.standard())),
        Arguments.of("fully connected", List.of(new FullyConnected(6))),
        Arguments.of("dropout", List.of(new FullyConnected(6), new Dropout(0.5))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void gradientEqualsFiniteDifferences(String kind, List<LayerSpec> underTest) {
    NetworkSpec network = network(underTest);
    byte[] pixels = SmallNetworks.randomPixels(IMAGES, CROP, new Seed(1));
    try (TrainingGraph graph =
        new TrainingGraph(Device.cpu(), SmallNetworks.training(network, CROP, Sgd.paper()))) {
      SmallNetworks.initialize(graph, new Seed(3));
      double steepest = 0;
      for (int i = 0; i < graph.trained().size(); i++) {
        steepest = Math.max(steepest, checkAlongDirection(graph, i, pixels));
      }
      assertThat(steepest).as("a test on a flat loss proves nothing").isGreaterThan(0.1);
    }
  }

  private static NetworkSpec network(List<LayerSpec> underTest) {
    return new NetworkSpec(
        "small",
        Stream.of(
                List.<LayerSpec>of(Convolution.same(3, 5)),
                underTest,
                List.<LayerSpec>of(new FullyConnected(3)))
            .flatMap(List::stream)
            .toList());
  }

  /** The slope of the loss along a direction is the gradient's product with it. */
  private static double checkAlongDirection(TrainingGraph graph, int index, byte[] pixels) {
    Parameter parameter = graph.trained().get(index);
    float[] start = graph.read(parameter);
    float[] gradient = gradient(graph, index, pixels);
    float[] direction = direction(gradient);
    double slope = 0;
    for (int i = 0; i < start.length; i++) {
      slope += (double) gradient[i] * direction[i];
    }
    double up = lossAt(graph, parameter, moved(start, direction, STEP), pixels);
    double down = lossAt(graph, parameter, moved(start, direction, -STEP), pixels);
    graph.write(parameter, start);
    assertThat((up - down) / (2 * STEP))
        .as("slope of the loss by %s", parameter.name())
        .isCloseTo(slope, offset(1e-3 + 0.02 * Math.abs(slope)));
    return Math.abs(slope);
  }

  /** A unit vector, half along the gradient so that the slope is not lost in rounding. */
  private static float[] direction(float[] gradient) {
    SplittableRandom random = new Seed(7).random();
    double norm = 1e-12;
    for (float value : gradient) {
      norm += (double) value * value;
    }
    float[] direction = new float[gradient.length];
    double length = 0;
    for (int i = 0; i < direction.length; i++) {
      double noise = random.nextGaussian() / Math.sqrt(gradient.length);
      direction[i] = (float) (gradient[i] / Math.sqrt(norm) + noise);
      length += (double) direction[i] * direction[i];
    }
    return moved(new float[direction.length], direction, (float) (1 / Math.sqrt(length)));
  }

  private static float[] moved(float[] start, float[] direction, float distance) {
    float[] moved = new float[start.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = start[i] + distance * direction[i];
    }
    return moved;
  }

  private static double lossAt(
      TrainingGraph graph, Parameter parameter, float[] values, byte[] pixels) {
    graph.write(parameter, values);
    Operand<TFloat32> loss = graph.operations().loss().share();
    return call(graph, pixels).fetch(loss).run().scalar(loss);
  }

  private static float[] gradient(TrainingGraph graph, int index, byte[] pixels) {
    Output<TFloat32> gradient = graph.operations().gradients().get(index);
    return call(graph, pixels).fetch(gradient).run().floats(gradient);
  }

  private static Call call(TrainingGraph graph, byte[] pixels) {
    MiniBatchInputs inputs = graph.operations().inputs();
    return graph
        .session()
        .call()
        .feed(inputs.pixels(), pixels, IMAGES, CROP, CROP, 3)
        .feed(inputs.labels(), new int[] {0, 1, 2, 1}, IMAGES)
        .feed(inputs.shifts(), new float[IMAGES * 3], IMAGES, 3)
        .feed(inputs.first(), new int[] {0})
        .feed(inputs.total(), new int[] {IMAGES})
        .feed(inputs.step(), new long[] {11});
  }
}
