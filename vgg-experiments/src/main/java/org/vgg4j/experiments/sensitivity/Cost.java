package org.vgg4j.experiments.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.PairedComparison;

/**
 * What a variant costs in one error, against the test as it was asked for, on the same images.
 *
 * @param points error of the variant minus error of the test, in percentage points
 * @param interval paired bootstrap's 95% interval of it
 * @param onlyTestWrong images that only the test gets wrong
 * @param onlyVariantWrong images that only the variant gets wrong
 * @param midP McNemar's two-sided mid-p
 * @param holmP the same, adjusted for all variants that were tested
 */
public record Cost(
    double points,
    Interval interval,
    int onlyTestWrong,
    int onlyVariantWrong,
    double midP,
    double holmP) {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(10_000, new Seed(1));

  public Cost {
    checkArgument(midP <= holmP, "an adjusted p of %s is below the plain one, %s", holmP, midP);
  }

  /** The costs of several variants in the top-{@code top} error, as one family of tests. */
  static ImmutableList<Cost> of(Outcome test, List<Outcome> variants, int top) {
    List<PairedComparison> pairs =
        variants.stream()
            .map(one -> PairedComparison.of(test.ranks(), one.ranks(), top, BOOTSTRAP))
            .toList();
    List<Double> adjusted = Holm.adjusted(pairs.stream().map(PairedComparison::midP).toList());
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> of(pairs.get(i), adjusted.get(i)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Cost of(PairedComparison pair, double holmP) {
    return new Cost(
        pair.difference(),
        pair.interval(),
        pair.onlyFirstWrong(),
        pair.onlySecondWrong(),
        pair.midP(),
        holmP);
  }
}
