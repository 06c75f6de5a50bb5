package org.vgg4j.experiments;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.PairedComparison;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.eval.statistics.SeedComparison;
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ClaimResult.Verdict;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result.Range;

/**
 * How the top-1 error of a row differs from that of another, whatever is claimed of it: the row's
 * minus the other's, in points.
 *
 * @param p two-sided
 * @param smallestVisible what one seed's images would show in four of five cases; null for several
 * @param needed what would show this difference in four of five cases
 */
record Contrast(
    double difference,
    Interval interval,
    double p,
    @Nullable Double smallestVisible,
    String needed) {
  /** A gain below this many points is none to speak of: the paper's own digits end near it. */
  private static final double MARGIN = 0.5;

  /** Quantiles of the normal distribution for a two-sided test at 5% and a power of 80%. */
  private static final double POWER_FACTOR = 1.96 + 0.84;

  /** One store a seed on each side: paired over images for one seed, Welch's test for several. */
  static Contrast of(List<RankedImages> than, List<RankedImages> row, Bootstrap bootstrap) {
    return row.size() == 1
        ? of(PairedComparison.of(than.get(0), row.get(0), 1, bootstrap))
        : of(SeedComparison.of(than, row, 1, bootstrap));
  }

  private static Contrast of(PairedComparison pair) {
    Long images = pair.imagesNeeded();
    return new Contrast(
        pair.difference(),
        pair.interval(),
        pair.midP(),
        pair.smallestVisible(),
        images == null ? "other networks" : Numbers.whole(images) + " images");
  }

  private static Contrast of(SeedComparison seeds) {
    return new Contrast(
        seeds.difference(), seeds.interval(), seeds.welch().p(), null, seedsNeeded(seeds));
  }

  /** By the normal approximation. */
  private static String seedsNeeded(SeedComparison seeds) {
    double first = seeds.first().standardDeviation();
    double second = seeds.second().standardDeviation();
    double ratio = POWER_FACTOR / seeds.difference();
    double needed = Math.ceil((first * first + second * second) * ratio * ratio);
    return seeds.difference() == 0
        ? "other networks"
        : String.format(Locale.ROOT, "%.0f seeds", Math.max(2, needed));
  }

  /** What this says to a claim. */
  ClaimResult resultOf(Claim claim, double adjustedP, @Nullable Double papers) {
    Verdict verdict = verdict(claim.expect(), adjustedP);
    return new ClaimResult(
        claim.text(),
        claim.section(),
        claim.row(),
        claim.than(),
        claim.expect() == Expectation.LOWER ? "lower" : "not lower",
        verdict,
        difference,
        new Range(interval.low(), interval.high()),
        p,
        adjustedP,
        smallestVisible,
        verdict == Verdict.INCONCLUSIVE ? needed : null,
        papers);
  }

  private Verdict verdict(Expectation expected, double adjustedP) {
    boolean significant = adjustedP < ComparisonFamily.LEVEL;
    if (expected == Expectation.LOWER) {
      return !significant
          ? Verdict.INCONCLUSIVE
          : difference < 0 ? Verdict.REPRODUCED : Verdict.CONTRADICTED;
    }
    if (significant) {
      return difference < 0 ? Verdict.CONTRADICTED : Verdict.REPRODUCED;
    }
    return interval.low() > -MARGIN ? Verdict.REPRODUCED : Verdict.INCONCLUSIVE;
  }
}
