package org.vgg4j.experiments;

import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ClaimResult.Verdict;
import org.vgg4j.experiments.table.Result.Range;

/**
 * What a contrast says to a claim, by the rules of {@code docs/experiments.md}.
 *
 * @param adjustedP after Holm's correction over the claims of the table
 * @param level that Holm's method may ask of a claim at worst: what is visible, and what would
 *     decide, are told for it
 */
record Ruling(Contrast contrast, double adjustedP, double level) {
  /** A gain below this many points is none to speak of: the paper's own digits end near it. */
  private static final double MARGIN = 0.5;

  /** Points below which a distance is the rounding of 64-bit numbers; an image counts more. */
  private static final double ROUNDING = 1e-9;

  /** The claim with its verdict. */
  ClaimResult resultOf(Claim claim, @Nullable Double papers) {
    Verdict verdict = verdict(claim.expect());
    return new ClaimResult(
        claim.text(),
        claim.section(),
        claim.row(),
        claim.than(),
        claim.expect() == Expectation.LOWER ? "lower" : "not lower",
        verdict,
        contrast.difference(),
        new Range(contrast.interval().low(), contrast.interval().high()),
        contrast.p(),
        adjustedP,
        smallestVisible(),
        verdict == Verdict.INCONCLUSIVE ? wouldDecide(claim.expect()) : null,
        papers);
  }

  private @Nullable Double smallestVisible() {
    return contrast.sample().smallestVisible(level);
  }

  private Verdict verdict(Expectation expected) {
    return expected == Expectation.LOWER ? lower() : notLower();
  }

  private Verdict lower() {
    if (!isSignificant()) {
      return Verdict.INCONCLUSIVE;
    }
    return contrast.difference() < 0 ? Verdict.REPRODUCED : Verdict.CONTRADICTED;
  }

  /** The interval decides, not the p alone: a gain may be certain and still none to speak of. */
  private Verdict notLower() {
    if (excludesGain() || (isSignificant() && contrast.difference() > 0)) {
      return Verdict.REPRODUCED;
    }
    return isSignificant() && contrast.interval().high() < -MARGIN
        ? Verdict.CONTRADICTED
        : Verdict.INCONCLUSIVE;
  }

  /** Seeds that all agree have a p of 0 by chance: they show no spread to measure by. */
  private boolean isSignificant() {
    return adjustedP < ComparisonFamily.LEVEL && smallestVisible() != null;
  }

  /** Too small a sample may see no difference at all; its narrow interval proves nothing. */
  private boolean excludesGain() {
    Double visible = smallestVisible();
    return visible != null && visible <= MARGIN && contrast.interval().low() > -MARGIN;
  }

  private String wouldDecide(Expectation expected) {
    double difference = contrast.difference();
    double limit = expected == Expectation.LOWER ? 0 : -MARGIN;
    if (Math.abs(difference - limit) < ROUNDING) {
      return "other networks";
    }
    Sample sample = contrast.sample();
    return sample.words(
        expected == Expectation.LOWER
            ? sample.needed(Math.abs(difference), level)
            : neededForNotLower(sample, difference));
  }

  /**
   * Two things must hold, so the larger number counts: the interval, at 5%, ends before the margin,
   * and the test, at the family's level, sees what it has to. A higher error has another way out.
   */
  private long neededForNotLower(Sample sample, double difference) {
    long interval = sample.needed(Math.abs(difference + MARGIN), ComparisonFamily.LEVEL);
    double seen = difference > -MARGIN ? MARGIN : -difference;
    long excluded = Math.max(interval, sample.needed(seen, level));
    return difference > ROUNDING ? Math.min(excluded, sample.needed(difference, level)) : excluded;
  }
}
