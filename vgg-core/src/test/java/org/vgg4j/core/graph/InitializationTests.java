package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

class InitializationTests {
  private static final Parameter WEIGHTS =
      new Parameter("conv3_1", Role.WEIGHTS, List.of(3, 3, 64, 128));

  @ParameterizedTest
  @CsvSource({"gaussian 0.01, 0.01", "glorot, 0.0340207", "he, 0.0589256"})
  void weightsHaveTheStatedStandardDeviationAndMeanZero(String text, double deviation) {
    Initialization initialization = Initialization.parse(text);
    assertThat(initialization.standardDeviation(WEIGHTS)).isCloseTo(deviation, within(1e-6));
    double sum = 0;
    double squares = 0;
    float[] values = initialization.values(WEIGHTS, new Seed(1));
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    assertThat(sum / values.length).isCloseTo(0, within(deviation / 50));
    assertThat(Math.sqrt(squares / values.length)).isCloseTo(deviation, within(deviation / 50));
  }

  @Test
  void biasesStartAtZeroAndScalesAtOne() {
    Initialization he = new Initialization.He();
    assertThat(he.values(new Parameter("conv1_1", Role.BIASES, List.of(2)), new Seed(1)))
        .containsExactly(0, 0);
    assertThat(he.values(new Parameter("conv1_1", Role.SCALE, List.of(2)), new Seed(1)))
        .containsExactly(1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "he 3", "gaussian", "gaussian 0", "gaussian -1", "gaussian x"})
  void whatIsUnknownIsRefused(String text) {
    assertThatThrownBy(() -> Initialization.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("initialisation " + text)
        .hasMessageContaining("use gaussian 0.01, glorot or he");
  }
}
