package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.gate.Check.Tier;

/** Holds what the program computes now against a baseline, tier by tier. */
public record Gate(Limits limits) {

  /** A tier's question about a thing that both have. */
  private interface Question<T> {
    Check ask(String name, T then, T now);
  }

  /** Every check, the strictest tier first, sorted by name. */
  public ImmutableList<Check> checks(Reference then, Reference now) {
    CellBounds bounds = new CellBounds(limits.allowance(), then.cells().size());
    return ImmutableList.<Check>builder()
        .addAll(asked(Tier.EXACT, then.exact(), now.exact(), Gate::exact))
        .addAll(asked(Tier.PROBE, then.probes(), now.probes(), this::probe))
        .addAll(new CellDrift(limits.drift()).checks(then.cells(), now.cells()))
        .addAll(asked(Tier.BOUND, then.cells(), now.cells(), bounds::check))
        .addAll(speed(then, now))
        .build();
  }

  private static <T> ImmutableList<Check> asked(
      Tier tier, Map<String, T> then, Map<String, T> now, Question<T> question) {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    SortedSet<String> names =
        ImmutableSortedSet.copyOf(Iterables.concat(then.keySet(), now.keySet()));
    for (String name : names) {
      checks.add(asked(tier, name, then.get(name), now.get(name), question));
    }
    return checks.build();
  }

  private static <T> Check asked(
      Tier tier, String name, @Nullable T then, @Nullable T now, Question<T> question) {
    if (then == null) {
      return Check.unknown(tier, name, Words.of(now));
    }
    return now == null ? Check.missing(tier, name, Words.of(then)) : question.ask(name, then, now);
  }

  private static Check exact(String name, String then, String now) {
    if (then.equals(now)) {
      return Check.passed(Tier.EXACT, name, Words.of(then), Words.of(now));
    }
    int first = Words.firstDifference(then, now);
    return Check.passed(Tier.EXACT, name, Words.from(then, first), Words.from(now, first))
        .failed("differs");
  }

  private Check probe(String name, List<Double> then, List<Double> now) {
    return new ProbeComparison(limits.rounding()).check(name, then, now);
  }

  /** What was not measured now is not asked. */
  private ImmutableList<Check> speed(Reference then, Reference now) {
    return now.speed().isEmpty()
        ? ImmutableList.of()
        : asked(Tier.SPEED, then.speed(), now.speed(), this::speed);
  }

  private Check speed(String name, double then, double now) {
    Check check = Check.passed(Tier.SPEED, name, Words.of(then), Words.of(now));
    return now < limits.slowest() * then
        ? check.failed("%.0f%% of the baseline's speed".formatted(100 * now / then))
        : check;
  }
}
