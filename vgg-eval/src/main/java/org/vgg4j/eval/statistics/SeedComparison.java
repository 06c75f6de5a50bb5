package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.SeedStatistics;

/**
 * Two networks that were trained from several seeds each and tested on the same images. Differences
 * are second minus first in percentage points: below 0 the second is better.
 *
 * @param top k of the top-k error
 * @param images images, the same for all
 * @param first the first network's errors over its seeds, in percent
 * @param second the second network's errors over its seeds, in percent
 * @param difference of the mean errors, in points
 * @param interval 95% interval of the difference by the bootstrap over images and seeds, in points:
 *     how it would vary with other images <em>and</em> other trainings
 * @param welch Welch's test of the errors, the seeds alone being the sample
 */
public record SeedComparison(
    int top,
    int images,
    SeedStatistics first,
    SeedStatistics second,
    double difference,
    Interval interval,
    WelchTest welch) {

  public SeedComparison {
    checkArgument(images > 0, "a comparison needs images");
  }

  /**
   * Compares the stores of two networks, one a seed, at least two each.
   *
   * @throws Problem if any two are of other images, labels or classes
   */
  public static SeedComparison of(
      List<RankedImages> first, List<RankedImages> second, int top, Bootstrap bootstrap) {
    RankedImages order = first.get(0);
    PairedBootstrap paired =
        new PairedBootstrap(inOrderOf(order, first), inOrderOf(order, second), top);
    WelchTest welch = WelchTest.of(errors(first, top), errors(second, top));
    return new SeedComparison(
        top,
        order.size(),
        SeedStatistics.of(errors(first, top)),
        SeedStatistics.of(errors(second, top)),
        welch.difference(),
        paired.distribution(bootstrap).interval(),
        welch);
  }

  /**
   * The difference that so many seeds would show in four of five cases, in points; null where all
   * seeds of both networks agree.
   *
   * @param level of Welch's two-sided test, such as {@link Holm#strictestLevel}
   */
  public @Nullable Double smallestVisible(double level) {
    return new SeedPower(first, second, level).smallestDifference();
  }

  /**
   * Seeds, of each network, that would show a difference in four of five cases, with the spreads as
   * they are here.
   *
   * @param points the difference, above 0
   * @param level of Welch's two-sided test
   */
  public long seedsNeeded(double points, double level) {
    return new SeedPower(first, second, level).seedsNeeded(points);
  }

  private static ImmutableList<RankedImages> inOrderOf(
      RankedImages order, List<RankedImages> seeds) {
    return seeds.stream()
        .map(seed -> seed.inOrderOf(order))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Double> errors(List<RankedImages> seeds, int top) {
    return seeds.stream().map(seed -> seed.error(top)).collect(ImmutableList.toImmutableList());
  }
}
