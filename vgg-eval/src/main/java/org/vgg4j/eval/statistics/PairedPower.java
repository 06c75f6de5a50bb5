package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What McNemar's test can see: sample size and smallest visible difference at 80% power, by
 * Connor's formula (Biometrics, 1987),
 *
 * <pre>n = (z_(1 - level/2) sqrt(p) + z_0.8 sqrt(p - d^2))^2 / d^2</pre>
 *
 * with d the difference of the errors and p the share of discordant images. No difference is larger
 * than p, so where d is, p counts as d.
 *
 * @param discordant share of the images that exactly one network gets wrong
 * @param level of the two-sided test, such as 0.05
 */
record PairedPower(double discordant, double level) {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double POWER_QUANTILE = NORMAL.inverseCumulativeProbability(0.8);
  private static final double ACCURACY = 1e-12;
  private static final int STEPS = 1000;

  PairedPower {
    checkArgument(discordant >= 0 && discordant <= 1, "%s is no share", discordant);
    checkArgument(level > 0 && level < 1, "%s is no level", level);
  }

  /**
   * Images that show a difference in four of five cases; a whole number only when rounded up.
   *
   * @param difference of the errors, a share above 0 up to 1
   */
  double imagesNeeded(double difference) {
    checkArgument(difference > 0 && difference <= 1, "%s is no difference", difference);
    double share = Math.max(discordant, difference);
    double root =
        NORMAL.inverseCumulativeProbability(1 - level / 2) * Math.sqrt(share)
            + POWER_QUANTILE * Math.sqrt(share - difference * difference);
    return root * root / (difference * difference);
  }

  /** The smallest difference, as a share, that so many images show in four of five cases. */
  double smallestDifference(int images) {
    if (imagesNeeded(1) >= images) {
      return 1;
    }
    double smallest = 1.0 / images / images; // needs more images than there are
    return new BrentSolver(ACCURACY, ACCURACY)
        .solve(STEPS, difference -> excess(difference, images), smallest, 1);
  }

  /** Above 0 where the difference needs more images than there are; its scale suits the solver. */
  private double excess(double difference, int images) {
    return Math.log(imagesNeeded(difference) / images);
  }
}
