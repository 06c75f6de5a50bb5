package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.TrainedLayers;

/** Training some layers only, as the paper's submission tuned the fully-connected ones. */
class ChosenLayersTests {
  private static final int CROP = 16;
  private static final int[] LABELS = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1};
  private static final byte[] PIXELS = SmallNetworks.randomPixels(LABELS.length, CROP, new Seed(6));

  private static final NetworkSpec PLAIN =
      SmallNetworks.of(
          Convolution.same(3, 8),
          MaxPooling.standard(),
          Convolution.same(3, 8),
          MaxPooling.standard(),
          new FullyConnected(32),
          new Dropout(0.5),
          new FullyConnected(5));

  private static final NetworkSpec NORMALIZED =
      SmallNetworks.of(
          Convolution.same(3, 8),
          BatchNormalization.standard(),
          MaxPooling.standard(),
          Convolution.same(3, 8),
          BatchNormalization.standard(),
          MaxPooling.standard(),
          new FullyConnected(5));

  @ParameterizedTest
  @CsvSource({"fc3 fc4, 12", "fc3 fc4, 5", "fc4, 12", "conv1_1, 12", "conv2_1 fc4, 12"})
  void layersThatDoNotTrainStayBitEqualWhileTheOthersMove(String trains, int microBatch) {
    checkOnlyChosenMove(PLAIN, TrainedLayers.parse(trains), microBatch);
  }

  @ParameterizedTest
  @CsvSource({"fc3, 12", "fc3, 5", "conv2_1 fc3, 12", "conv1_1, 12"})
  void theirBatchNormalisationStaysToo(String trains, int microBatch) {
    checkOnlyChosenMove(NORMALIZED, TrainedLayers.parse(trains), microBatch);
  }

  private static void checkOnlyChosenMove(NetworkSpec network, TrainedLayers trains, int pieces) {
    try (TrainingGraph graph = graph(network, trains, pieces)) {
      Map<Parameter, float[]> before = values(graph);
      for (int step = 0; step < 3; step++) {
        SmallNetworks.step(graph, PIXELS, LABELS, step, 0.05f);
      }
      for (Parameter parameter : graph.parameters()) {
        boolean moved = !Arrays.equals(before.get(parameter), graph.read(parameter));
        assertThat(moved).as(parameter.name()).isEqualTo(trains.includes(parameter.layer()));
      }
    }
  }

  @Test
  void theGradientsOfTheOthersAreWhatTheyAreWhenAllLayersTrain() {
    try (TrainingGraph all = graph(PLAIN, TrainedLayers.ALL, 12);
        TrainingGraph some = graph(PLAIN, TrainedLayers.parse("conv2_1 fc4"), 12)) {
      assertThat(some.trained())
          .extracting(Parameter::name)
          .containsExactly("conv2_1/weights", "conv2_1/biases", "fc4/weights", "fc4/biases");
      for (Parameter parameter : some.trained()) {
        assertThat(gradient(some, parameter))
            .as(parameter.name())
            .containsExactly(gradient(all, parameter), within(1e-6f));
      }
    }
  }

  /** A batch normalisation that does not train is a fixed map, and its gradient that of the map. */
  @Test
  void theGradientThroughAFrozenBatchNormalisationEqualsFiniteDifferences() {
    try (TrainingGraph graph = graph(NORMALIZED, TrainedLayers.parse("conv1_1"), 12)) {
      Parameter biases = graph.trained().get(1);
      assertThat(biases.name()).isEqualTo("conv1_1/biases");
      Parameter scale = graph.trained().get(2);
      assertThat(scale.name()).isEqualTo("conv1_1/scale");
      float[] gradient = gradient(graph, scale);
      float[] start = graph.read(scale);
      for (int i = 0; i < start.length; i++) {
        double slope = (lossAt(graph, scale, i, 2e-3f) - lossAt(graph, scale, i, -2e-3f)) / 4e-3;
        assertThat((double) gradient[i]).isCloseTo(slope, within(1e-3 + 0.02 * Math.abs(slope)));
      }
      assertThat(Math.abs(gradient[0])).isGreaterThan(1e-3f);
    }
  }

  private static double lossAt(TrainingGraph graph, Parameter parameter, int index, float by) {
    float[] start = graph.read(parameter);
    float[] moved = start.clone();
    moved[index] += by;
    graph.write(parameter, moved);
    double loss =
        call(graph)
            .fetch(graph.operations().loss().share())
            .run()
            .scalar(graph.operations().loss().share());
    graph.write(parameter, start);
    return loss;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fc5", "fc3 fc9", "pool1", "conv"})
  void aNameThatIsNoLayerIsAProblemWithTheNearestOne(String trains) {
    assertThatThrownBy(() -> graph(PLAIN, TrainedLayers.parse(trains), 12))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no layer with weights of network small")
        .hasMessageContaining("conv1_1, conv2_1, fc3, fc4");
  }

  private static Map<Parameter, float[]> values(TrainingGraph graph) {
    return graph.parameters().stream().collect(Collectors.toMap(Function.identity(), graph::read));
  }

  private static float[] gradient(TrainingGraph graph, Parameter parameter) {
    List<Parameter> trained = graph.trained();
    Output<TFloat32> gradient = graph.operations().gradients().get(trained.indexOf(parameter));
    return call(graph).fetch(gradient).run().floats(gradient);
  }

  private static Call call(TrainingGraph graph) {
    MiniBatchInputs inputs = graph.operations().inputs();
    return graph
        .session()
        .call()
        .feed(inputs.pixels(), PIXELS, LABELS.length, CROP, CROP, 3)
        .feed(inputs.labels(), LABELS, LABELS.length)
        .feed(inputs.shifts(), new float[LABELS.length * 3], LABELS.length, 3)
        .feed(inputs.first(), new int[] {0})
        .feed(inputs.total(), new int[] {LABELS.length})
        .feed(inputs.step(), new long[] {11});
  }

  private static TrainingGraph graph(NetworkSpec network, TrainedLayers trains, int microBatch) {
    TrainingGraph graph =
        new TrainingGraph(
            Device.cpu(),
            new TrainingDefinition(
                network,
                CROP,
                SmallNetworks.SCALED,
                Sgd.paper(),
                microBatch,
                Precision.FLOAT32,
                new Seed(2),
                trains));
    SmallNetworks.initialize(graph, new Seed(9));
    return graph;
  }
}
