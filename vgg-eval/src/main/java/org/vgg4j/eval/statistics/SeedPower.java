package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.SeedStatistics;

/**
 * What Welch's test can see: seeds and smallest visible difference at 80% power, with the spreads
 * as observed,
 *
 * <pre>d = (t_(1 - level/2) + t_0.8) sqrt(s1^2 / n1 + s2^2 / n2)</pre>
 *
 * with Student's quantiles at min(n1, n2) - 1 degrees of freedom: Satterthwaite's are never fewer,
 * and as they vary from one set of seeds to the next, a plan on more would promise too much.
 *
 * @param first the first network's errors over its seeds, at least two
 * @param second the second network's errors over its seeds, at least two
 * @param level of the two-sided test, such as 0.05
 */
record SeedPower(SeedStatistics first, SeedStatistics second, double level) {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double POWER = 0.8;

  /** From so many seeds on, Student's quantiles are the normal ones. */
  private static final long MANY = 100_000;

  SeedPower {
    checkArgument(first.seeds() > 1 && second.seeds() > 1, "a spread needs two seeds a side");
    checkArgument(level > 0 && level < 1, "%s is no level", level);
  }

  /**
   * Seeds, of each network, that show a difference in four of five cases; at least 2.
   *
   * @param difference of the mean errors, in points, above 0
   */
  long seedsNeeded(double difference) {
    checkArgument(difference > 0, "%s is no difference", difference);
    double quantiles =
        NORMAL.inverseCumulativeProbability(1 - level / 2)
            + NORMAL.inverseCumulativeProbability(POWER);
    double fewest = quantiles * quantiles * variance(1, 1) / (difference * difference);
    long seeds = Math.max(2, (long) Math.ceil(fewest));
    while (seeds < MANY && visible((int) seeds, (int) seeds) > difference) {
      seeds++;
    }
    return seeds;
  }

  /**
   * The smallest difference, in points, that these seeds show in four of five cases; null where all
   * seeds of both agree, as their true spread is then unknown.
   */
  @Nullable Double smallestDifference() {
    return variance(1, 1) == 0 ? null : (Double) visible(first.seeds(), second.seeds());
  }

  private double visible(int ones, int others) {
    TDistribution student = new TDistribution(null, Math.min(ones, others) - 1.0);
    double quantiles =
        student.inverseCumulativeProbability(1 - level / 2)
            + student.inverseCumulativeProbability(POWER);
    return quantiles * Math.sqrt(variance(ones, others));
  }

  /** Of the difference of the means over so many seeds. */
  private double variance(int ones, int others) {
    return Math.pow(first.standardDeviation(), 2) / ones
        + Math.pow(second.standardDeviation(), 2) / others;
  }
}
