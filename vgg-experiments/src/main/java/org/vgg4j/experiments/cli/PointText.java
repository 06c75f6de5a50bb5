package org.vgg4j.experiments.cli;

import org.vgg4j.eval.Interval;
import org.vgg4j.experiments.table.Numbers;

/**
 * Percentages and points with as many decimals as so many images deserve.
 *
 * @param decimals one, or two where an image counts less than a hundredth of a point
 */
record PointText(int decimals) {
  static PointText of(int images) {
    return new PointText(images < 10_000 ? 1 : 2);
  }

  String of(double value) {
    return Numbers.decimals(value, decimals);
  }

  String of(Interval interval) {
    return of(interval.low()) + " to " + of(interval.high());
  }
}
