package org.vgg4j.eval.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.SeedStatistics;

/** Expected values are of the formula with SciPy's quantiles of Student's distribution. */
class SeedPowerTests {
  private static SeedStatistics spread(int seeds, double deviation) {
    return new SeedStatistics(seeds, 25, deviation, new Interval(24, 26));
  }

  private static SeedPower power(double level) {
    return new SeedPower(spread(3, 0.5), spread(4, 0.8), level);
  }

  @Test
  void theSmallestVisibleDifferenceIsThatOfStudentsQuantiles() {
    assertThat(power(0.05).smallestDifference()).isCloseTo(2.6456594297, within(1e-8));
    assertThat(power(0.00625).smallestDifference()).isCloseTo(6.7335827839, within(1e-8));
    assertThat(new SeedPower(spread(2, 0.3), spread(2, 0.3), 0.05).smallestDifference())
        .isCloseTo(4.2247759970, within(1e-8));
  }

  @Test
  void aSeedThatNeverVariesLeavesTheSpreadOfTheOther() {
    assertThat(new SeedPower(spread(3, 0), spread(3, 0.4), 0.05).smallestDifference())
        .isCloseTo(1.2386040590, within(1e-8));
  }

  @Test
  void seedsNeededAreTheFewestWhoseSmallestVisibleDifferenceIsNoLarger() {
    assertThat(power(0.05).seedsNeeded(1)).isEqualTo(10);
    assertThat(power(0.00625).seedsNeeded(1)).isEqualTo(15);
    assertThat(power(0.05).seedsNeeded(0.01)).isEqualTo(69_857);
    assertThat(power(0.05).seedsNeeded(100)).isEqualTo(2);
  }

  @Test
  void aTinyDifferenceNeedsMoreSeedsThanAnyoneHasButNoLongTimeToSaySo() {
    assertThat(power(0.05).seedsNeeded(1e-6)).isBetween(6_985_000_000_000L, 6_986_000_000_000L);
  }

  @Test
  void seedsThatAllAgreeDoNotTellWhatTheySee() {
    SeedPower power = new SeedPower(spread(2, 0), spread(2, 0), 0.05);
    assertThat(power.smallestDifference()).isNull();
    assertThat(power.seedsNeeded(0.5)).isEqualTo(2);
  }

  @Test
  void welchsTestRejectsInAtLeastFourOfFiveSimulatedCasesAtTheSmallestVisibleDifference() {
    double difference =
        requireNonNull(new SeedPower(spread(9, 0.5), spread(9, 0.8), 0.05).smallestDifference());
    Random random = new Random(3);
    long rejected =
        IntStream.range(0, 2000)
            .filter(
                trial ->
                    WelchTest.of(errors(25, 0.5, random), errors(25 + difference, 0.8, random)).p()
                        < 0.05)
            .count();
    assertThat(rejected / 2000.0).isBetween(0.8, 0.88);
  }

  private static List<Double> errors(double mean, double deviation, Random random) {
    return Stream.generate(() -> mean + deviation * random.nextGaussian()).limit(9).toList();
  }

  @Test
  void oneSeedAndNoDifferenceAreRefused() {
    assertThatThrownBy(() -> new SeedPower(spread(1, 0), spread(2, 1), 0.05))
        .hasMessage("a spread needs two seeds a side");
    assertThatThrownBy(() -> power(0.05).seedsNeeded(0)).hasMessage("0.0 is no difference");
  }
}
