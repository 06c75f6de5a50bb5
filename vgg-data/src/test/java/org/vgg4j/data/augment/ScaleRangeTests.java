package org.vgg4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;

class ScaleRangeTests {
  @ParameterizedTest
  @ValueSource(strings = {"256", "384", "256..512", "1..99999"})
  void printingAParsedRangeGivesTheTextBack(String text) {
    assertThat(ScaleRange.parse(text)).hasToString(text);
  }

  @Test
  void aRangeOfOneScaleIsAFixedScale() {
    assertThat(ScaleRange.parse("256..256")).isEqualTo(ScaleRange.fixed(256)).hasToString("256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "512..256", "256-512", "256..", "x", "-5", "1000000"})
  void anythingElseIsAConfigurationProblem(String text) {
    assertThatThrownBy(() -> ScaleRange.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("train scale " + text + ": ")
        .hasMessageEndingWith("write pixels such as 256, or a range such as 256..512");
  }

  @Test
  void jitteringDrawsEveryScaleAndBothEnds() {
    ScaleRange range = new ScaleRange(37, 41);
    assertThat(
            LongStream.range(0, 200)
                .mapToObj(i -> range.sample(new Seed(1).at(i)))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(37, 38, 39, 40, 41);
  }
}
