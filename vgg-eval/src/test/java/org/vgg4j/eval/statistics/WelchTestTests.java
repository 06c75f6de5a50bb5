package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vgg4j.eval.Interval;

class WelchTestTests {
  private static final Offset<Double> TOLERANCE = within(1e-10);

  @Test
  void tDegreesPAndIntervalAreThoseOfIndependentSoftware() {
    List<JsonNode> cases = GoldenStatistics.cases("welch");
    assertThat(cases).hasSize(3);
    for (JsonNode golden : cases) {
      WelchTest test = // golden differences are x - y: y is first here
          WelchTest.of(
              GoldenStatistics.doubles(golden.get("y")), GoldenStatistics.doubles(golden.get("x")));
      double p = golden.get("p_two_sided").asDouble();
      assertThat(test.p()).as("p of %s", golden).isCloseTo(p, within(1e-9 * p));
      assertThat(test.t()).isCloseTo(golden.get("t").asDouble(), TOLERANCE);
      assertThat(test.degrees()).isCloseTo(golden.get("df").asDouble(), TOLERANCE);
      assertThat(test.difference()).isCloseTo(golden.get("mean_diff").asDouble(), TOLERANCE);
      List<Double> interval = GoldenStatistics.doubles(golden.get("ci95"));
      assertThat(test.interval().low()).isCloseTo(interval.get(0), TOLERANCE);
      assertThat(test.interval().high()).isCloseTo(interval.get(1), TOLERANCE);
    }
  }

  @Test
  void theDifferenceIsSecondMinusFirst() {
    assertThat(WelchTest.of(List.of(30.0, 31.0), List.of(27.0, 28.0)).difference()).isEqualTo(-3);
  }

  @Test
  void seedsThatAllAgreeHaveNoSpread() {
    List<Double> thirty = List.of(30.0, 30.0);
    assertThat(WelchTest.of(thirty, thirty))
        .isEqualTo(new WelchTest(0, new Interval(0, 0), 0, 2, 1));
    assertThat(WelchTest.of(thirty, List.of(29.0, 29.0)))
        .isEqualTo(new WelchTest(-1, new Interval(-1, -1), Double.NEGATIVE_INFINITY, 2, 0));
  }

  @Test
  void oneSeedHasNoSpreadToTestWith() {
    assertThatThrownBy(() -> WelchTest.of(List.of(30.0), List.of(29.0, 28.0)))
        .hasMessage("Welch's test needs two seeds a side");
  }
}
