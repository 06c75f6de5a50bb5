package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Floats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;

class TrainingGraphTests {
  private static final int CROP = 16;
  private static final int[] LABELS = IntStream.range(0, 12).map(i -> i % 5).toArray();

  private static final NetworkSpec EVERY_LAYER =
      SmallNetworks.of(
          Convolution.same(3, 16),
          BatchNormalization.standard(),
          LocalResponseNormalization.krizhevsky(),
          MaxPooling.standard(),
          Convolution.same(3, 24),
          MaxPooling.standard(),
          new FullyConnected(64),
          new Dropout(0.5),
          new FullyConnected(5));

  private static final NetworkSpec WITHOUT_BATCH_NORMALIZATION =
      SmallNetworks.of(
          Convolution.same(3, 8),
          MaxPooling.standard(),
          new FullyConnected(32),
          new Dropout(0.5),
          new FullyConnected(5));

  @Test
  void trainingTwiceGivesTheSameBits() {
    assertThat(trained(EVERY_LAYER, 12)).isEqualTo(trained(EVERY_LAYER, 12));
  }

  @Test
  void accumulatedMicroBatchesEqualTheWholeBatchWithDropoutOn() {
    float[] whole = trained(WITHOUT_BATCH_NORMALIZATION, 12);
    float[] pieces = trained(WITHOUT_BATCH_NORMALIZATION, 5);
    for (int i = 0; i < whole.length; i++) {
      assertThat(pieces[i]).isCloseTo(whole[i], within(1e-5f));
    }
  }

  @Test
  void theScalesOfTheLayersAreToldAndChangeNothing() {
    try (TrainingGraph graph = graph(EVERY_LAYER, 12);
        MiniBatch batch =
            MiniBatch.of(SmallNetworks.randomPixels(12, CROP, new Seed(0)), LABELS, CROP)) {
      List<float[]> before = graph.parameters().stream().map(graph::read).toList();
      List<LayerScale> scales = graph.scales(batch, 0);
      assertThat(scales)
          .extracting(LayerScale::layer)
          .containsExactly("conv1_1", "conv2_1", "fc3", "fc4");
      assertThat(scales.get(0).weights()).isCloseTo(rootMeanSquare(before.get(0)), within(1e-6));
      assertThat(scales)
          .allSatisfy(scale -> assertThat(scale.activations()).isPositive())
          .allSatisfy(scale -> assertThat(scale.gradient()).isPositive());
      assertThat(graph.parameters().stream().map(graph::read).toList())
          .usingElementComparator(Arrays::compare)
          .isEqualTo(before);
    }
  }

  private static double rootMeanSquare(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  @Test
  void dropoutDrawsAnotherMaskEachStep() {
    assertThat(lossAt(0)).isEqualTo(lossAt(0)).isNotEqualTo(lossAt(1));
  }

  @Test
  void everyLayerStartsDifferentlyAlsoWhereShapesAreEqual() {
    NetworkSpec twins =
        SmallNetworks.of(Convolution.same(3, 3), Convolution.same(3, 3), new FullyConnected(2));
    List<Parameter> parameters = twins.parameters(8);
    Initialization he = new Initialization.He();
    assertThat(he.values(parameters.get(0), new Seed(1)))
        .isNotEqualTo(he.values(parameters.get(2), new Seed(1)));
  }

  @Test
  void runningStatisticsMoveATenthOfTheWayToTheBatch() {
    try (TrainingGraph graph = graph(EVERY_LAYER, 12)) {
      Parameter mean = parameter(graph, "conv1_1/mean");
      float[] fromZero = meanAfterStep(graph, mean, 0);
      float[] fromHundred = meanAfterStep(graph, mean, 100);
      for (int i = 0; i < fromZero.length; i++) {
        assertThat(fromHundred[i] - fromZero[i]).isCloseTo(90f, within(1e-3f));
      }
    }
  }

  /** Rate 0, so that the batch's own statistics stay what they are. */
  private static float[] meanAfterStep(TrainingGraph graph, Parameter mean, float start) {
    float[] values = new float[Math.toIntExact(mean.elements())];
    Arrays.fill(values, start);
    graph.write(mean, values);
    SmallNetworks.step(graph, SmallNetworks.randomPixels(12, CROP, new Seed(0)), LABELS, 0, 0);
    return graph.read(mean);
  }

  @Test
  void parametersBearTheOfficialNames() {
    assertThat(SmallNetworks.narrowA().parameters(32))
        .extracting(Parameter::name)
        .startsWith("conv1_1/weights", "conv1_1/biases", "conv2_1/weights")
        .endsWith("fc8/weights", "fc8/biases");
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    try (TrainingGraph graph = graph(WITHOUT_BATCH_NORMALIZATION, 12);
        MiniBatch batch = new MiniBatch(5, 17)) {
      assertThatThrownBy(() -> graph.step(batch, 0, 0.1f))
          .hasMessage("5 crops of 17 pixels are no mini-batch of crops of 16 pixels");
    }
  }

  @Test
  void aShiftOfColoursIsAddedToEveryPixelOfItsImage() {
    byte[] dark = new byte[2 * CROP * CROP * 3];
    byte[] tinted = dark.clone();
    for (int i = tinted.length / 2; i < tinted.length; i += 3) {
      tinted[i] = 40;
      tinted[i + 2] = 7;
    }
    try (TrainingGraph graph = graph(WITHOUT_BATCH_NORMALIZATION, 12);
        MiniBatch shifted = MiniBatch.of(dark, new int[] {1, 2}, CROP);
        MiniBatch expected = MiniBatch.of(tinted, new int[] {1, 2}, CROP)) {
      double unshifted = graph.step(shifted, 0, 0).loss();
      shifted.shift(1, new float[] {40, 0, 7});
      assertThat(graph.step(shifted, 0, 0).loss())
          .isEqualTo(graph.step(expected, 0, 0).loss())
          .isNotEqualTo(unshifted);
    }
  }

  private static float[] trained(NetworkSpec network, int microBatch) {
    try (TrainingGraph graph = graph(network, microBatch)) {
      for (int step = 0; step < 6; step++) {
        step(graph, step);
      }
      assertThat(graph.session().openTensors()).isZero();
      return Floats.concat(graph.parameters().stream().map(graph::read).toArray(float[][]::new));
    }
  }

  private static double lossAt(int step) {
    try (TrainingGraph graph = graph(WITHOUT_BATCH_NORMALIZATION, 12)) {
      return SmallNetworks.step(
              graph, SmallNetworks.randomPixels(12, CROP, new Seed(0)), LABELS, step, 0)
          .loss();
    }
  }

  private static StepResult step(TrainingGraph graph, int step) {
    byte[] pixels = SmallNetworks.randomPixels(LABELS.length, CROP, new Seed(step));
    return SmallNetworks.step(graph, pixels, LABELS, step, 0.02f);
  }

  private static TrainingGraph graph(NetworkSpec network, int microBatch) {
    TrainingGraph graph =
        new TrainingGraph(
            Device.cpu(),
            new TrainingDefinition(
                network, CROP, SmallNetworks.SCALED, Sgd.paper(), microBatch, new Seed(2)));
    SmallNetworks.initialize(graph, new Seed(9));
    return graph;
  }

  private static Parameter parameter(TrainingGraph graph, String name) {
    return graph.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
