package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.stat.StatUtils;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Interval;
import org.vgg4j.testing.NpyFile;

class PairedBootstrapTests {
  private static final Offset<Double> TOLERANCE = within(1e-8); // 1e-10 in points
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, new Seed(1));

  private static RankedImages outcomes(JsonNode correct) {
    return Stores.withOutcomes(
        "store",
        StreamSupport.stream(correct.spliterator(), false).map(node -> node.asInt() == 1).toList());
  }

  private static PairedBootstrap paired(RankedImages first, RankedImages second) {
    return new PairedBootstrap(List.of(first), List.of(second), 1);
  }

  /** Golden differences are shares of right images, first minus second: errors, second - first. */
  private static double[] resampled(JsonNode golden) {
    PairedBootstrap paired =
        paired(outcomes(golden.get("a_correct")), outcomes(golden.get("b_correct")));
    PrimitiveIterator.OfInt indices =
        Arrays.stream(NpyFile.golden("stats/" + golden.get("indices").asText()).ints()).iterator();
    return IntStream.range(0, golden.get("shape").get(0).asInt())
        .mapToDouble(resample -> paired.difference(indices::nextInt))
        .toArray();
  }

  @Test
  void resampledDifferencesAreThoseOfIndependentSoftware() {
    for (JsonNode golden : GoldenStatistics.cases("paired_bootstrap")) {
      double[] values = resampled(golden);
      List<Double> first = GoldenStatistics.doubles(golden.get("first_5_resample_means"));
      for (int i = 0; i < first.size(); i++) {
        assertThat(values[i]).isCloseTo(100 * first.get(i), TOLERANCE);
      }
      assertThat(StatUtils.mean(values))
          .isCloseTo(100 * golden.get("boot_mean").asDouble(), TOLERANCE);
      assertThat(Math.sqrt(StatUtils.variance(values)))
          .isCloseTo(100 * golden.get("boot_std_ddof1").asDouble(), TOLERANCE);
      assertThat(Math.sqrt(StatUtils.populationVariance(values)))
          .isCloseTo(100 * golden.get("boot_std_ddof0").asDouble(), TOLERANCE);
      assertThat((double) Arrays.stream(values).filter(value -> value <= 0).count())
          .isCloseTo(values.length * golden.get("fraction_le_0").asDouble(), within(1e-9));
      assertThat((double) Arrays.stream(values).filter(value -> value >= 0).count())
          .isCloseTo(values.length * golden.get("fraction_ge_0").asDouble(), within(1e-9));
    }
  }

  @Test
  void quantilesAreOfType7() {
    List<JsonNode> cases = GoldenStatistics.cases("paired_bootstrap");
    assertThat(cases).hasSize(2);
    for (JsonNode golden : cases) {
      BootstrapDistribution distribution = new BootstrapDistribution(resampled(golden));
      List<Double> percents = GoldenStatistics.doubles(golden.get("percentiles"));
      List<Double> quantiles = GoldenStatistics.doubles(golden.get("quantile_linear_type7"));
      for (int i = 0; i < percents.size(); i++) {
        assertThat(distribution.quantile(percents.get(i)))
            .as("%s%% of %s", percents.get(i), golden.get("indices"))
            .isCloseTo(100 * quantiles.get(i), TOLERANCE);
      }
      assertThat(distribution.interval().low()).isCloseTo(100 * quantiles.get(0), TOLERANCE);
      assertThat(distribution.interval().high()).isCloseTo(100 * quantiles.get(4), TOLERANCE);
    }
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndAnotherSeedAnother() {
    PairedBootstrap paired =
        paired(Stores.random("A", 317, 0.4, 1), Stores.random("B", 317, 0.3, 2));
    Interval interval = paired.distribution(BOOTSTRAP).interval();
    assertThat(paired.distribution(BOOTSTRAP).interval()).isEqualTo(interval);
    assertThat(paired.distribution(new Bootstrap(2000, new Seed(2))).interval())
        .isNotEqualTo(interval);
  }

  @Test
  void theIntervalIsAsWideAsTheFormulaForLargeSamplesSays() {
    RankedImages first = Stores.random("A", 4000, 0.3, 1);
    RankedImages second = Stores.random("B", 4000, 0.28, 2);
    McNemar counts = McNemar.of(first, second, 1);
    double difference = (counts.onlySecond() - counts.onlyFirst()) / 4000.0;
    double half = 196 * Math.sqrt((counts.discordant() / 4000.0 - difference * difference) / 4000);
    Bootstrap many = new Bootstrap(20_000, new Seed(1)); // leaves a hundredth of noise
    Interval interval = paired(first, second).distribution(many).interval();
    assertThat(interval.low()).isCloseTo(100 * difference - half, within(0.04 * half));
    assertThat(interval.high()).isCloseTo(100 * difference + half, within(0.04 * half));
  }

  @Test
  void networksWithTheSameErrorsHaveAnIntervalOfNoWidth() {
    RankedImages store = Stores.random("A", 50, 0.3, 1);
    assertThat(paired(store, store).distribution(BOOTSTRAP).interval())
        .isEqualTo(new Interval(0, 0));
  }

  @Test
  void tooFewResamplesAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(99, new Seed(1)))
        .hasMessage("99 resamples are fewer than 100");
  }
}
