package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Interval;

/**
 * Two networks on the same images. Differences are second minus first in percentage points: below 0
 * the second is better.
 *
 * @param first the first store
 * @param second the second store
 * @param top k of the top-k error
 * @param images images, the same in both
 * @param difference of the errors, in points
 * @param interval paired bootstrap's 95% interval of the difference, in points
 * @param onlyFirstWrong images that only the first gets wrong
 * @param onlySecondWrong images that only the second gets wrong
 * @param exactP McNemar's exact two-sided p
 * @param midP McNemar's two-sided mid-p
 * @param smallestVisible the difference that these images would show in four of five cases, given
 *     how often the two disagree, to a test at 5%, in points
 * @param imagesNeeded images that would show the observed difference in four of five cases; null
 *     where it is 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairedComparison(
    String first,
    String second,
    int top,
    int images,
    double difference,
    Interval interval,
    int onlyFirstWrong,
    int onlySecondWrong,
    double exactP,
    double midP,
    double smallestVisible,
    @Nullable Long imagesNeeded) {

  public PairedComparison {
    checkArgument(images > 0, "a comparison needs images");
    checkArgument(onlyFirstWrong + onlySecondWrong <= images, "more differ than there are images");
  }

  /**
   * Compares two stores, whose images may be in different orders.
   *
   * @throws Problem if they are of other images, labels or classes
   */
  public static PairedComparison of(
      RankedImages first, RankedImages second, int top, Bootstrap bootstrap) {
    RankedImages aligned = second.inOrderOf(first);
    McNemar test = McNemar.of(first, aligned, top);
    PairedPower power =
        new PairedPower((double) test.discordant() / first.size(), ComparisonFamily.LEVEL);
    double difference = (double) (test.onlySecond() - test.onlyFirst()) / first.size();
    return new PairedComparison(
        first.store(),
        second.store(),
        top,
        first.size(),
        100 * difference,
        new PairedBootstrap(List.of(first), List.of(aligned), top)
            .distribution(bootstrap)
            .interval(),
        test.onlyFirst(),
        test.onlySecond(),
        test.exactP(),
        test.midP(),
        100 * power.smallestDifference(first.size()),
        difference == 0 ? null : (Long) images(power, Math.abs(difference)));
  }

  /**
   * The difference that these images would show in four of five cases to a test at another level,
   * in points.
   *
   * @param level two-sided, such as {@link Holm#strictestLevel}
   */
  public double smallestVisible(double level) {
    return 100 * power(level).smallestDifference(images);
  }

  /**
   * Images that would show a difference in four of five cases, with as many disagreements as here.
   *
   * @param points the difference, above 0
   * @param level of the two-sided test
   */
  public long imagesNeeded(double points, double level) {
    return images(power(level), Math.min(1, points / 100));
  }

  private PairedPower power(double level) {
    return new PairedPower((double) (onlyFirstWrong + onlySecondWrong) / images, level);
  }

  private static long images(PairedPower power, double difference) {
    return (long) Math.ceil(power.imagesNeeded(difference));
  }
}
