package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;

/** Section 2.3: why three 3 x 3 convolutions rather than one 7 x 7. */
class StackComparisonTests {
  private static final int CHANNELS = 512;

  @Test
  void one7x7NeedsFourFifthsMoreWeightsThanThree3x3() {
    StackComparison comparison = comparison("conv3 conv3 conv3", "conv7");
    assertThat(comparison.first().weights(CHANNELS)).isEqualTo(27L * CHANNELS * CHANNELS);
    assertThat(comparison.second().weights(CHANNELS)).isEqualTo(49L * CHANNELS * CHANNELS);
    assertThat(comparison.extraWeightsPercent()).isCloseTo(81.48, within(0.005));
    assertThat(comparison.seesTheSame()).isTrue();
    assertThat(comparison.first().rectifications()).isEqualTo(3);
    assertThat(comparison.second().rectifications()).isEqualTo(1);
  }

  @Test
  void one5x5Needs39PercentMoreWeightsThanTwo3x3() {
    StackComparison comparison = comparison("conv3 conv3", "conv5");
    assertThat(comparison.extraWeightsPercent()).isCloseTo(38.89, within(0.005));
    assertThat(comparison.seesTheSame()).isTrue();
  }

  @Test
  void one1x1AddsARectificationAndSeesNoMore() {
    StackComparison comparison = comparison("conv3 conv1", "conv3");
    assertThat(comparison.seesTheSame()).isTrue();
    assertThat(comparison.first().rectifications()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';convolution stack:1:1: there is no convolution",
        "conv3 conv3-64;convolution stack:1:7: conv3-64 is no convolution of a stack",
        "conv0;convolution stack:1:1: conv0 is no convolution of a stack"
      })
  void mistakesShowTheirColumn(String text, String message) {
    assertThatThrownBy(() -> ConvolutionStack.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("write kernels only, such as conv3 conv3 conv3");
  }

  private static StackComparison comparison(String first, String second) {
    return new StackComparison(
        ConvolutionStack.parse(first), ConvolutionStack.parse(second), CHANNELS);
  }
}
