package org.vgg4j.experiments.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.experiments.sensitivity.Cost;
import org.vgg4j.experiments.sensitivity.Sensitivity;
import org.vgg4j.experiments.sensitivity.Sensitivity.Test;
import org.vgg4j.experiments.sensitivity.Sensitivity.Tested;
import org.vgg4j.experiments.sensitivity.Sensitivity.Untested;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;

/** What {@code vgg eval --sensitivity} prints. */
final class SensitivityText {
  private static final String NOTHING = "-";

  private final Sensitivity sensitivity;
  private final PointText points;

  SensitivityText(Sensitivity sensitivity) {
    this.sensitivity = sensitivity;
    this.points = PointText.of(sensitivity.test().images());
  }

  @Override
  public String toString() {
    String part = sensitivity.test().part();
    return (part.isEmpty() ? "" : "PARTIAL: " + part + "\n")
        + table()
        + "\n"
        + verdict()
        + "\n"
        + untested();
  }

  private String table() {
    TextTable table =
        new TextTable(
            "variant",
            "top-1 %",
            "cost",
            "95% interval",
            "mid-p",
            "top-5 %",
            "cost",
            "95% interval",
            "mid-p",
            "other choice");
    Test test = sensitivity.test();
    table.row(
        test.protocol(),
        points.of(test.top1()),
        points.of(0.0),
        NOTHING,
        NOTHING,
        points.of(test.top5()),
        points.of(0.0),
        NOTHING,
        NOTHING,
        0);
    sensitivity.variants().forEach(tested -> row(table, tested));
    return table.markdown();
  }

  private void row(TextTable table, Tested tested) {
    Cost top1 = tested.top1();
    Cost top5 = tested.top5();
    table.row(
        tested.description(),
        points.of(sensitivity.test().top1() + top1.points()),
        points.of(top1.points()),
        points.of(top1.interval()),
        Numbers.probability(top1.midP()),
        points.of(sensitivity.test().top5() + top5.points()),
        points.of(top5.points()),
        points.of(top5.interval()),
        Numbers.probability(top5.midP()),
        tested.otherChoices());
  }

  /** By Holm's p, because among many variants luck alone makes some seem to matter. */
  private String verdict() {
    List<Tested> real =
        sensitivity.variants().stream()
            .filter(tested -> tested.top1().holmP() < ComparisonFamily.LEVEL)
            .toList();
    String which =
        real.isEmpty() ? "none" : real.stream().map(Tested::description).collect(joining("; "));
    return "More than luck in top-1, by Holm's p over %d variants: %s."
        .formatted(sensitivity.variants().size(), which);
  }

  private String untested() {
    return sensitivity.untested().stream()
        .map(Untested::reason)
        .distinct()
        .map(reason -> "Not tested, " + reason + ": " + because(reason) + ".\n")
        .collect(joining());
  }

  private String because(String reason) {
    return sensitivity.untested().stream()
        .filter(untested -> untested.reason().equals(reason))
        .map(Untested::description)
        .collect(joining("; "));
  }
}
