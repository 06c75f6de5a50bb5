package org.vgg4j.eval;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** From low to high, in percent. */
public record Interval(double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Wilson's 95% score interval of a share of {@code count} in {@code total}, in percent. None and
   * all are ends of the interval by its formula, so rounding must not move them.
   */
  public static Interval wilson(int count, int total) {
    ConfidenceInterval interval =
        new WilsonScoreInterval().createInterval(total, count, CONFIDENCE);
    return new Interval(
        count == 0 ? 0 : 100 * interval.getLowerBound(),
        count == total ? 100 : 100 * interval.getUpperBound());
  }
}
