package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;

class InferenceGraphTests {
  private static final int CROP = 32;

  @Test
  void atTheCropSizeDenseEvaluationEqualsTheTrainingForwardPass() {
    byte[] pixels = SmallNetworks.randomPixels(3, CROP, new Seed(4));
    int[] labels = {1, 7, 9};
    try (TrainingGraph training =
            new TrainingGraph(
                Device.cpu(), SmallNetworks.training(SmallNetworks.narrowA(), CROP, Sgd.paper()));
        InferenceGraph inference = inference()) {
      SmallNetworks.initialize(training, new Seed(6));
      training.parameters().forEach(p -> inference.write(p, training.read(p)));
      double loss = SmallNetworks.step(training, pixels, labels, 0, 0).loss();
      float[] posteriors = inference.posteriors(pixels, CROP, CROP, Averaging.SCORES);
      double expected = 0;
      for (int i = 0; i < labels.length; i++) {
        expected -= Math.log(posteriors[i * 10 + labels[i]]) / labels.length;
      }
      assertThat(loss).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void largerImagesGiveAMapOfScoresAndPosteriorsThatSumToOne() {
    try (InferenceGraph inference = initialized()) {
      byte[] pixels = new byte[2 * 64 * 96 * 3];
      new Seed(4).random().nextBytes(pixels);
      ScoreMaps maps = inference.scoreMaps(pixels, 64, 96);
      assertThat(maps.height()).isEqualTo(2);
      assertThat(maps.width()).isEqualTo(3);
      for (Averaging averaging : Averaging.values()) {
        float[] posteriors = inference.posteriors(pixels, 64, 96, averaging);
        assertThat(posteriors).hasSize(20);
        assertThat(sum(Arrays.copyOfRange(posteriors, 10, 20))).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void evaluationHasNoDropoutSoTwoRunsGiveTheSameBits() {
    try (InferenceGraph inference = initialized()) {
      byte[] pixels = SmallNetworks.randomPixels(2, 40, new Seed(4));
      assertThat(inference.posteriors(pixels, 40, 40, Averaging.SCORES))
          .isEqualTo(inference.posteriors(pixels, 40, 40, Averaging.SCORES));
      assertThat(inference.session().openTensors()).isZero();
    }
  }

  @Test
  void aScalePerChannelIsWorthItsFactorInTheFirstLayersWeights() {
    List<Double> factors = List.of(1.0 / 64, 1.0 / 32, 1.0 / 128);
    byte[] pixels = SmallNetworks.randomPixels(2, CROP, new Seed(4));
    try (InferenceGraph scaled =
            inference(new Preprocessing(SmallNetworks.SCALED.mean(), factors));
        InferenceGraph plain = inference(new Preprocessing(SmallNetworks.SCALED.mean(), 1))) {
      for (Parameter parameter : scaled.parameters()) {
        float[] values = new Initialization.He().values(parameter, new Seed(1));
        scaled.write(parameter, values);
        plain.write(
            parameter,
            parameter.name().equals("conv1_1/weights")
                ? scaledInputs(parameter, values, factors)
                : values);
      }
      assertThat(scaled.posteriors(pixels, CROP, CROP, Averaging.SCORES))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(plain.posteriors(pixels, CROP, CROP, Averaging.SCORES));
    }
  }

  /** Kernels are (height, width, in, out). */
  private static float[] scaledInputs(Parameter kernels, float[] values, List<Double> factors) {
    float[] scaled = new float[values.length];
    int out = kernels.shape().get(3);
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factors.get(i / out % factors.size()).floatValue();
    }
    return scaled;
  }

  private static InferenceGraph inference() {
    return inference(SmallNetworks.SCALED);
  }

  private static InferenceGraph inference(Preprocessing preprocessing) {
    return new InferenceGraph(
        Device.cpu(), new InferenceDefinition(SmallNetworks.narrowA(), CROP, preprocessing));
  }

  private static InferenceGraph initialized() {
    InferenceGraph inference = inference();
    for (Parameter parameter : inference.parameters()) {
      inference.write(parameter, new Initialization.He().values(parameter, new Seed(1)));
    }
    return inference;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
