package org.vgg4j.experiments.cli;

import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.statistics.Calibration.Bin;
import org.vgg4j.experiments.cli.Metrics.ClassRow;
import org.vgg4j.experiments.cli.Metrics.ConfusionRow;
import org.vgg4j.experiments.cli.Metrics.Errors;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;

/** What {@code vgg metrics} prints for people. */
final class MetricsText {
  private final Metrics metrics;
  private final PointText points;

  MetricsText(Metrics metrics) {
    this.metrics = metrics;
    this.points = PointText.of(metrics.errors().images());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!metrics.part().isEmpty()) {
      text.append("PARTIAL: ").append(metrics.part()).append("\n\n");
    }
    text.append(errors()).append("\nHardest classes\n\n").append(classes());
    text.append("\nMost confused\n\n").append(confusions());
    return text.append("\nCalibration: ").append(calibration()).toString();
  }

  private String errors() {
    Errors errors = metrics.errors();
    return new ErrorTable(new ErrorRates(errors.images(), errors.wrong1(), errors.wrong5()))
        .markdown();
  }

  private String classes() {
    TextTable table =
        new TextTable("class", "images", "top-1 %", "95% interval", "top-5 %", "95% interval");
    for (ClassRow row : metrics.hardest()) {
      table.row(
          row.name(),
          row.errors().images(),
          points.of(row.errors().top1()),
          points.of(row.errors().top1Interval()),
          points.of(row.errors().top5()),
          points.of(row.errors().top5Interval()));
    }
    return table.markdown();
  }

  private String confusions() {
    TextTable table =
        new TextTable("class", "taken for", "images", "% of the class", "95% interval");
    for (ConfusionRow row : metrics.confusions()) {
      table.row(
          row.truth(),
          row.chosen(),
          row.images(),
          points.of(row.percent()),
          points.of(row.interval()));
    }
    return table.markdown();
  }

  private String calibration() {
    TextTable table =
        new TextTable("confidence %", "images", "mean confidence %", "right %", "95% interval");
    for (Bin bin : metrics.calibration().bins()) {
      if (bin.images() > 0) {
        table.row(
            points.of(bin.low()) + " to " + points.of(bin.high()),
            bin.images(),
            points.of(bin.confidence()),
            points.of(bin.accuracy()),
            points.of(bin.interval()));
      }
    }
    return "expected error %s points, confidence minus accuracy %s points\n\n%s"
        .formatted(
            points.of(metrics.expectedCalibrationError()),
            points.of(metrics.overconfidence()),
            table.markdown());
  }
}
