package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.vgg4j.eval.Interval;

/**
 * Welch's t test of two networks that were trained from several seeds each (Welch, 1947): the seeds
 * are the sample, and the two spreads may differ.
 *
 * @param difference mean of the second minus mean of the first
 * @param interval Student's 95% interval of the difference
 * @param t the difference in standard errors; 0 where there is neither difference nor spread
 * @param degrees degrees of freedom by Welch and Satterthwaite
 * @param p two-sided
 */
public record WelchTest(double difference, Interval interval, double t, double degrees, double p) {
  private static final double ACCURACY = 1e-13;

  public WelchTest {
    checkArgument(p >= 0 && p <= 1, "p is %s", p);
  }

  /** Tests one result a seed; at least two seeds on each side. */
  public static WelchTest of(List<Double> first, List<Double> second) {
    checkArgument(first.size() > 1 && second.size() > 1, "Welch's test needs two seeds a side");
    SummaryStatistics one = summary(first);
    SummaryStatistics other = summary(second);
    double difference = other.getMean() - one.getMean();
    double variance = varianceOfMean(one) + varianceOfMean(other);
    return variance == 0
        ? withoutSpread(difference, first.size() + second.size() - 2)
        : withSpread(difference, Math.sqrt(variance), degrees(one, other));
  }

  private static WelchTest withSpread(double difference, double error, double degrees) {
    TDistribution student = new TDistribution(null, degrees, ACCURACY);
    double half = student.inverseCumulativeProbability(0.975) * error;
    double t = difference / error;
    return new WelchTest(
        difference,
        new Interval(difference - half, difference + half),
        t,
        degrees,
        Math.min(1, 2 * student.cumulativeProbability(-Math.abs(t))));
  }

  /** The limit of an ever smaller spread. */
  private static WelchTest withoutSpread(double difference, int degrees) {
    return new WelchTest(
        difference,
        new Interval(difference, difference),
        difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference),
        degrees,
        difference == 0 ? 1 : 0);
  }

  private static double degrees(SummaryStatistics one, SummaryStatistics other) {
    double sum = varianceOfMean(one) + varianceOfMean(other);
    return sum
        * sum
        / (Math.pow(varianceOfMean(one), 2) / (one.getN() - 1)
            + Math.pow(varianceOfMean(other), 2) / (other.getN() - 1));
  }

  private static double varianceOfMean(SummaryStatistics summary) {
    return summary.getVariance() / summary.getN();
  }

  private static SummaryStatistics summary(List<Double> results) {
    SummaryStatistics summary = new SummaryStatistics();
    results.forEach(summary::addValue);
    return summary;
  }
}
