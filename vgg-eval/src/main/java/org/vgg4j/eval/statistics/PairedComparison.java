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
 *     how often the two disagree, in points
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
    double discordant = (double) test.discordant() / first.size();
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
        100 * PairedPower.smallestDifference(first.size(), discordant),
        imagesNeeded(Math.abs(difference), discordant));
  }

  private static @Nullable Long imagesNeeded(double difference, double discordant) {
    return difference == 0
        ? null
        : (Long) (long) Math.ceil(PairedPower.imagesNeeded(difference, discordant));
  }
}
