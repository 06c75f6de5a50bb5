package org.vgg4j.eval.statistics;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.vgg4j.eval.Interval;

/** What a statistic was in every resample. */
final class BootstrapDistribution {
  private final double[] values;

  BootstrapDistribution(double[] values) {
    this.values = values.clone();
  }

  /** The percentile interval at 95%: the quantiles at 2.5% and 97.5%. */
  Interval interval() {
    return new Interval(quantile(2.5), quantile(97.5));
  }

  /**
   * A quantile, interpolated linearly between order statistics (type 7 of Hyndman and Fan, 1996;
   * the default of NumPy and R).
   *
   * @param percent above 0, up to 100
   */
  double quantile(double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }
}
