package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.eval.Posteriors;

/** What the classes of a store are called; their numbers from 0 on where it does not tell. */
public final class ClassNames {
  private ClassNames() {}

  /** One name a class. */
  public static ImmutableList<String> of(Posteriors posteriors) {
    return of(posteriors.classNames(), posteriors.classes());
  }

  /**
   * The names where there are any; else numbers.
   *
   * @param classes how many there are
   */
  public static ImmutableList<String> of(List<String> names, int classes) {
    return names.isEmpty()
        ? IntStream.range(0, classes)
            .mapToObj(Integer::toString)
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.copyOf(names);
  }
}
