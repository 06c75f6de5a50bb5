package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTests {
  private static final List<Double> MEAN = List.of(1.0, 2.0, 3.0);

  @Test
  void oneScaleStandsForAllChannels() {
    Preprocessing uniform = new Preprocessing(MEAN, 0.25);
    assertThat(uniform).isEqualTo(new Preprocessing(MEAN, List.of(0.25, 0.25, 0.25)));
    assertThat(uniform.factors()).containsExactly(0.25);
  }

  @Test
  void channelsMayHaveScalesOfTheirOwn() {
    assertThat(new Preprocessing(MEAN, List.of(0.1, 0.2, 0.1)).factors())
        .containsExactly(0.1, 0.2, 0.1);
  }

  @Test
  void thereAreThreeChannelsAndScalesArePositive() {
    assertRefused(List.of(1.0), List.of(1.0, 1.0, 1.0), "the mean pixel has 3 channels, not 1");
    assertRefused(MEAN, List.of(1.0), "the scale has 3 channels, not 1");
    assertRefused(MEAN, List.of(1.0, 0.0, 1.0), "the pixel scale is positive, not 0.0");
    assertRefused(MEAN, List.of(1.0, 1.0, Double.NaN), "the pixel scale is positive, not NaN");
  }

  private static void assertRefused(List<Double> mean, List<Double> scale, String message) {
    assertThatThrownBy(() -> new Preprocessing(mean, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
