package org.vgg4j.experiments.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.RankedImages;

/**
 * What the known confounders cost a network under one protocol.
 *
 * @param test errors of the test as it was asked for
 * @param variants those that were tested, the dearest first: by top-1, then by top-5
 * @param untested the others, and why
 */
public record Sensitivity(
    Test test, ImmutableList<Tested> variants, ImmutableList<Untested> untested) {
  private static final Comparator<Tested> DEAREST_FIRST =
      Comparator.comparingDouble((Tested tested) -> tested.top1.points())
          .thenComparing(tested -> tested.top5.points())
          .reversed();

  public Sensitivity {
    variants = ImmutableList.sortedCopyOf(DEAREST_FIRST, variants);
  }

  /**
   * The test as it was asked for.
   *
   * @param part which part of a split was tested; empty for the whole
   * @param images how many
   * @param top1 top-1 error in percent
   * @param top1Interval Wilson's 95% interval of it
   * @param top5 top-5 error in percent
   * @param top5Interval Wilson's 95% interval of it
   */
  public record Test(
      String protocol,
      String part,
      int images,
      double top1,
      Interval top1Interval,
      double top5,
      Interval top5Interval) {
    static Test of(String protocol, RankedImages ranks) {
      return new Test(
          protocol,
          ranks.part(),
          ranks.size(),
          ranks.error(1),
          ranks.interval(1),
          ranks.error(5),
          ranks.interval(5));
    }
  }

  /**
   * A variant that was tested.
   *
   * @param name such as {@code no-mean}
   * @param top1 its cost in the top-1 error
   * @param top5 its cost in the top-5 error; nothing where there are no more than five classes
   * @param otherChoices on how many images it chooses another class, right or wrong
   */
  public record Tested(String name, String description, Cost top1, Cost top5, int otherChoices) {}

  /**
   * A variant that was not tested.
   *
   * @param reason why, in words
   */
  public record Untested(String name, String description, String reason) {}
}
