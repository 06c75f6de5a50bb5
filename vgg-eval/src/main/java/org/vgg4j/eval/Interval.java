package org.vgg4j.eval;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** From low to high, in percent. */
public record Interval(double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /** Wilson's 95% score interval of a share of {@code count} in {@code total}, in percent. */
  public static Interval wilson(int count, int total) {
    ConfidenceInterval interval =
        new WilsonScoreInterval().createInterval(total, count, CONFIDENCE);
    return new Interval(
        100 * Math.max(0, interval.getLowerBound()), 100 * Math.min(1, interval.getUpperBound()));
  }
}
