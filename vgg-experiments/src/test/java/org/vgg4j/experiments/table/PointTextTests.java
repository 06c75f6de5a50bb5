package org.vgg4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vgg4j.eval.Interval;
import org.vgg4j.experiments.table.Result.Range;

class PointTextTests {
  private static final PointText FEW = PointText.of(9_999);
  private static final PointText MANY = PointText.of(10_000);

  @Test
  void digitsFollowTheNumberOfImages() {
    assertThat(FEW.of(27.34)).isEqualTo("27.3");
    assertThat(MANY.of(27.34)).isEqualTo("27.34");
    assertThat(MANY.of(new Interval(-0.004, 1.5))).isEqualTo("0.00 to 1.50");
  }

  @Test
  void differencesHaveTheirSignAndNothingHasNone() {
    assertThat(FEW.signed(0.26)).isEqualTo("+0.3");
    assertThat(FEW.signed(-0.26)).isEqualTo("-0.3");
    assertThat(FEW.signed(-0.04)).isEqualTo("0.0");
    assertThat(FEW.signed(0.04)).isEqualTo("0.0");
    assertThat(MANY.signed(-0.04)).isEqualTo("-0.04");
    assertThat(MANY.signed(new Range(-0.0, 12))).isEqualTo("0.00 to +12.00");
  }
}
