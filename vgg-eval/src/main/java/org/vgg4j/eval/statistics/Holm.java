package org.vgg4j.eval.statistics;

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
