package org.vgg4j.experiments.table;

import org.vgg4j.eval.Interval;

/**
 * Percentages and points with as many decimals as so many images deserve.
 *
 * @param decimals one, or two where an image counts less than a hundredth of a point
 */
public record PointText(int decimals) {
  /** For errors and differences over so many images. */
  public static PointText of(int images) {
    return new PointText(images < 10_000 ? 1 : 2);
  }

  /** {@code 27.3}. */
  public String of(double value) {
    return Numbers.decimals(value, decimals);
  }

  /** {@code 26.4 to 28.2}. */
  public String of(Interval interval) {
    return of(interval.low()) + " to " + of(interval.high());
  }

  /** A difference: {@code +0.3}, {@code -0.3}, or {@code 0.0} for what rounds to nothing. */
  public String signed(double difference) {
    String text = of(difference);
    return difference > 0 && !text.equals(of(0.0)) ? "+" + text : text;
  }

  /** An interval of a difference: {@code -0.3 to +0.4}. */
  public String signed(Result.Range range) {
    return signed(range.low()) + " to " + signed(range.high());
  }
}
