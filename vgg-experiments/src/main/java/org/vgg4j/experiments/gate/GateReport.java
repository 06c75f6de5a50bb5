package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vgg4j.experiments.gate.Check.Outcome;
import org.vgg4j.experiments.gate.Check.Tier;
import org.vgg4j.experiments.table.TextTable;

/**
 * What the gate found, for people.
 *
 * @param checks every check
 * @param then the baseline
 * @param now what was held against it
 */
public record GateReport(ImmutableList<Check> checks, Reference then, Reference now) {
  /** Which checks to show. */
  public enum Detail {
    /** Those that did not pass. */
    FAILURES,
    ALL
  }

  /** Whether no check failed. */
  public boolean isOpen() {
    return checks.stream().noneMatch(check -> check.is(Outcome.FAILED));
  }

  /** The names of what the baseline does not know, one after the other. */
  public ImmutableList<String> unknown() {
    return checks.stream()
        .filter(check -> check.is(Outcome.UNKNOWN))
        .map(Check::name)
        .collect(ImmutableList.toImmutableList());
  }

  /** The report as Markdown that also lines up on a terminal. */
  public String text(Detail detail) {
    return table(detail) + regime() + "\n" + counts();
  }

  private String table(Detail detail) {
    List<Check> shown = checks.stream().filter(check -> isShown(check, detail)).toList();
    TextTable table = new TextTable("tier", "what", "baseline", "now", "verdict", "why");
    shown.forEach(
        check ->
            table.row(
                check.tier(),
                check.name(),
                check.then(),
                check.now(),
                check.outcome(),
                check.why()));
    return shown.isEmpty() ? "" : table.markdown() + "\n";
  }

  private static boolean isShown(Check check, Detail detail) {
    return detail == Detail.ALL || check.is(Outcome.FAILED) || check.is(Outcome.UNKNOWN);
  }

  /** Which tiers the cells were held to, and why. */
  private String regime() {
    long others =
        checks.stream()
            .filter(check -> check.tier() == Tier.DRIFT && check.is(Outcome.SKIPPED))
            .count();
    return others == 0
        ? "Cells are held image by image: they were trained on the baseline's processor, threads"
            + " and TensorFlow.\n"
        : "Held to bounds alone: %d of %d cells, as they were trained on %s; the baseline's on %s.\n"
            .formatted(others, now.cells().size(), machines(now), machines(then));
  }

  private static String machines(Reference baseline) {
    SortedSet<String> machines =
        ImmutableSortedSet.copyOf(
            baseline.cells().values().stream().map(CellRecord::on).iterator());
    return String.join("; ", machines);
  }

  /** {@code exact: 40 ok; probe: 9 ok, 1 FAILED}, and what that means. */
  private String counts() {
    String tiers =
        Stream.of(Tier.values())
            .map(this::counts)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return tiers + "\n" + verdict() + "\n";
  }

  private String verdict() {
    if (!isOpen()) {
      return "The gate is SHUT.";
    }
    return unknown().isEmpty()
        ? "The gate is open."
        : "Nothing failed, but the baseline does not know all.";
  }

  private String counts(Tier tier) {
    String outcomes =
        Stream.of(Outcome.values())
            .filter(outcome -> count(tier, outcome) > 0)
            .map(outcome -> count(tier, outcome) + " " + outcome)
            .collect(Collectors.joining(", "));
    return outcomes.isEmpty() ? "" : tier + ": " + outcomes;
  }

  private long count(Tier tier, Outcome outcome) {
    return checks.stream().filter(check -> check.tier() == tier && check.is(outcome)).count();
  }
}
