package org.vgg4j.experiments.gate;

import org.apache.commons.math3.distribution.TDistribution;
import org.vgg4j.experiments.gate.Check.Tier;
import org.vgg4j.experiments.table.Numbers;

/**
 * Whether a cell's error is one that other seeds, or the rounding of another processor, may give. A
 * cell fails where it lies outside the prediction interval of the baseline's seeds and beyond the
 * allowance; with one seed the allowance alone decides.
 *
 * @param allowance in points
 * @param cells how many are asked: the level of 5% is theirs together
 */
record CellBounds(double allowance, int cells) {
  private static final double LEVEL = 0.05;

  Check check(String name, CellRecord then, CellRecord now) {
    Check check = Check.passed(Tier.BOUND, name, Words.of(then), Words.of(now));
    double moved = now.top1() - then.top1();
    double bound = Math.max(allowance, halfWidth(then, now.seeds()));
    return Math.abs(moved) <= bound
        ? check
        : check.failed(
            "%s by %s points, beyond %s"
                .formatted(
                    moved > 0 ? "worse" : "better",
                    Numbers.oneDecimal(Math.abs(moved)),
                    Numbers.oneDecimal(bound)));
  }

  /** Half the prediction interval of the mean of so many new seeds; 0 where there is no spread. */
  private double halfWidth(CellRecord then, int newSeeds) {
    if (then.seeds() == 1) {
      return 0;
    }
    double quantile =
        new TDistribution(null, then.seeds() - 1.0)
            .inverseCumulativeProbability(1 - LEVEL / (2 * cells));
    return quantile * then.deviation() * Math.sqrt(1.0 / then.seeds() + 1.0 / newSeeds);
  }
}
