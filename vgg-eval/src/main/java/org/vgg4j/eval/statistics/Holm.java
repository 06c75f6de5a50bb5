package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of a family of tests (Holm, 1979): the chance that any true null hypothesis is
 * rejected stays below the level, whatever the dependence of the tests.
 */
public final class Holm {
  private Holm() {}

  /**
   * The level of a test that Holm's method rejects whatever the others of its family say: 5% by the
   * number of tests. A p below it has an adjusted p below 5%. Others that are rejected before may
   * let a larger p pass; before they are known, nobody can count on that.
   *
   * @param tests in the family, at least one
   */
  public static double strictestLevel(int tests) {
    checkArgument(tests > 0, "a family of %s tests", tests);
    return ComparisonFamily.LEVEL / tests;
  }

  /** The adjusted p of every test, in the order given, at most 1. */
  public static ImmutableList<Double> adjusted(List<Double> p) {
    double[] adjusted = new double[p.size()];
    int[] ascending =
        IntStream.range(0, p.size())
            .boxed()
            .sorted(Comparator.comparing(p::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double largest = 0;
    for (int step = 0; step < ascending.length; step++) {
      largest = Math.max(largest, (p.size() - step) * p.get(ascending[step]));
      adjusted[ascending[step]] = Math.min(1, largest);
    }
    return ImmutableList.copyOf(Doubles.asList(adjusted));
  }
}
