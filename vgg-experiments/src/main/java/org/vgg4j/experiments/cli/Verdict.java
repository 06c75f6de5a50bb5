package org.vgg4j.experiments.cli;

import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.PointText;

/**
 * What a comparison says, in words.
 *
 * @param first letter of the first network
 * @param second letter of the second network
 * @param difference second minus first, in points
 * @param interval 95% interval of the difference, in points
 * @param test what the p is called
 * @param p decides against 5%
 * @param points how points are written
 */
record Verdict(
    String first,
    String second,
    double difference,
    Interval interval,
    String test,
    double p,
    PointText points) {

  /** {@code B is better by 1.3 points (95% interval 0.4 to 2.2, mid-p 0.006)}. */
  String sentence() {
    if (p >= ComparisonFamily.LEVEL) {
      return "%s and %s are not shown to differ: %s - %s is %s points (95%% interval %s, %s %s)"
          .formatted(
              first,
              second,
              second,
              first,
              points.of(difference),
              points.of(interval),
              test,
              Numbers.probability(p));
    }
    Interval better = difference < 0 ? new Interval(-interval.high(), -interval.low()) : interval;
    return "%s is better by %s points (95%% interval %s, %s %s)"
        .formatted(
            difference < 0 ? second : first,
            points.of(Math.abs(difference)),
            points.of(better),
            test,
            Numbers.probability(p));
  }
}
