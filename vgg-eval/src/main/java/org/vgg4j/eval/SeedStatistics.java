package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A result over several seeds.
 *
 * @param seeds how many
 * @param mean over the seeds
 * @param standardDeviation over the seeds, with n - 1; 0 for one seed
 * @param interval Student's 95% interval of the mean; the mean itself for one seed
 */
public record SeedStatistics(int seeds, double mean, double standardDeviation, Interval interval) {
  private static final double UPPER_QUANTILE = 0.975;

  /** Statistics of one result per seed. */
  public static SeedStatistics of(List<Double> results) {
    checkArgument(!results.isEmpty(), "statistics need at least one seed");
    SummaryStatistics summary = new SummaryStatistics();
    results.forEach(summary::addValue);
    double half = results.size() == 1 ? 0 : halfWidth(summary);
    return new SeedStatistics(
        results.size(),
        summary.getMean(),
        results.size() == 1 ? 0 : summary.getStandardDeviation(),
        new Interval(summary.getMean() - half, summary.getMean() + half));
  }

  private static double halfWidth(SummaryStatistics summary) {
    double quantile =
        new TDistribution((double) summary.getN() - 1).inverseCumulativeProbability(UPPER_QUANTILE);
    return quantile * summary.getStandardDeviation() / Math.sqrt((double) summary.getN());
  }
}
