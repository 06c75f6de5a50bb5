package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values are SciPy's {@code t.ppf(0.975, n - 1)} times the standard error. */
class SeedStatisticsTests {
  private static final Offset<Double> TOLERANCE = within(1e-7);

  @Test
  void fiveSeedsHaveTheirMeanAndStudentsInterval() {
    SeedStatistics statistics = SeedStatistics.of(List.of(71.2, 70.8, 71.9, 71.1, 70.5));
    assertThat(statistics.mean()).isCloseTo(71.1, TOLERANCE);
    assertThat(statistics.standardDeviation()).isCloseTo(0.5244044240850785, TOLERANCE);
    assertThat(statistics.interval().low()).isCloseTo(70.44886590611478, TOLERANCE);
    assertThat(statistics.interval().high()).isCloseTo(71.75113409388521, TOLERANCE);
  }

  @Test
  void twoSeedsHaveTheWideIntervalOfOneDegreeOfFreedom() {
    SeedStatistics statistics = SeedStatistics.of(List.of(24.0, 26.0));
    assertThat(statistics.standardDeviation()).isCloseTo(Math.sqrt(2), TOLERANCE);
    assertThat(statistics.interval().low()).isCloseTo(25 - 12.706204736174694, TOLERANCE);
    assertThat(statistics.interval().high()).isCloseTo(25 + 12.706204736174694, TOLERANCE);
  }

  @Test
  void oneSeedIsItsOwnIntervalWithoutDeviation() {
    assertThat(SeedStatistics.of(List.of(24.5)))
        .isEqualTo(new SeedStatistics(1, 24.5, 0, new Interval(24.5, 24.5)));
  }

  @Test
  void equalResultsHaveAnIntervalOfNoWidth() {
    assertThat(SeedStatistics.of(List.of(24.5, 24.5, 24.5)))
        .isEqualTo(new SeedStatistics(3, 24.5, 0, new Interval(24.5, 24.5)));
  }

  @Test
  void thereIsAtLeastOneSeed() {
    assertThatThrownBy(() -> SeedStatistics.of(List.of()))
        .hasMessage("statistics need at least one seed");
  }
}
