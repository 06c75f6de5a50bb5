package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MemoryEstimateTests {
  private static final NetworkSpec TINY =
      NetworkNotation.parse("tiny conv3-4 bn | fc-8 drop0.5 fc-classes").withClasses(2);
  private static final int IMAGE = 4 * 4 * 3;
  private static final int MAP = 4 * 4 * 4;
  private static final int POOLED = 2 * 2 * 4;

  @Test
  void inferenceHoldsTheLargestInputAndOutput() {
    assertThat(MemoryEstimate.of(TINY, 4, 1).inferenceActivations()).isEqualTo(4 * (MAP + MAP));
  }

  @Test
  void trainingKeepsEveryOutputAndTheMasks() {
    int kept = IMAGE + MAP + MAP + POOLED + 8 + 2 * 8 + 2;
    assertThat(MemoryEstimate.of(TINY, 4, 1).trainingActivations())
        .isEqualTo(4L * (kept + (MAP + MAP)));
  }

  @Test
  void runningStatisticsAreParametersWithoutGradient() {
    MemoryEstimate estimate = MemoryEstimate.of(TINY, 4, 1);
    long trained = 4 * TINY.parameterCount(4);
    assertThat(estimate.parameters()).isEqualTo(trained + 4 * (4 + 4));
    assertThat(estimate.gradients()).isEqualTo(trained);
    assertThat(estimate.optimizerState()).isEqualTo(trained);
  }

  @Test
  void onlyActivationsGrowWithTheBatch() {
    MemoryEstimate one = MemoryEstimate.of(TINY, 4, 1);
    MemoryEstimate many = MemoryEstimate.of(TINY, 4, 64);
    assertThat(many.inferenceActivations()).isEqualTo(64 * one.inferenceActivations());
    assertThat(many.trainingActivations()).isEqualTo(64 * one.trainingActivations());
    assertThat(many.training() - many.trainingActivations())
        .isEqualTo(one.training() - one.trainingActivations());
    assertThat(many.inference() - many.inferenceActivations()).isEqualTo(one.parameters());
  }

  @Test
  void theSecondConvolutionOfDNeedsMostForInference() {
    MemoryEstimate estimate = MemoryEstimate.of(NetworkCatalogue.shipped().network("D"), 224, 1);
    assertThat(estimate.inferenceActivations()).isEqualTo(2 * 4 * 224 * 224 * 64);
    assertThat(estimate.parameters()).isEqualTo(4 * 138_357_544);
  }

  @Test
  void aBatchHasAnImage() {
    assertThatIllegalArgumentException().isThrownBy(() -> MemoryEstimate.of(TINY, 4, 0));
  }
}
