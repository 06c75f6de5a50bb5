package org.vgg4j.experiments.cli;

import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/**
 * The errors of a test.
 *
 * @param part which part of a split was tested; empty for the whole
 */
record EvaluationReport(String part, Metrics.Errors errors) {
  static EvaluationReport of(Posteriors posteriors) {
    return new EvaluationReport(
        posteriors.partial().orElse(""), Metrics.Errors.of(ErrorRates.of(posteriors)));
  }

  /** The errors as a table, for people. */
  String text() {
    TextTable table = new TextTable("error", "%", "95% interval", "wrong", "images");
    table.row(
        "top-1",
        Numbers.oneDecimal(errors.top1()),
        range(errors.top1Interval()),
        errors.wrong1(),
        errors.images());
    table.row(
        "top-5",
        Numbers.oneDecimal(errors.top5()),
        range(errors.top5Interval()),
        errors.wrong5(),
        errors.images());
    return (part.isEmpty() ? "" : "PARTIAL: " + part + "\n") + table.markdown();
  }

  private static String range(Interval interval) {
    return Numbers.oneDecimal(interval.low()) + " to " + Numbers.oneDecimal(interval.high());
  }
}
