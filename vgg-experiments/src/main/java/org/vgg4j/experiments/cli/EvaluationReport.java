package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/**
 * The errors of a test as a table.
 *
 * @param posteriors what was tested
 */
record EvaluationReport(Posteriors posteriors) {
  void printTo(PrintWriter out) {
    posteriors.partial().ifPresent(part -> out.println("PARTIAL: " + part));
    ErrorRates errors = ErrorRates.of(posteriors);
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
    out.print(table.markdown());
    out.flush();
  }

  private static String range(Interval interval) {
    return Numbers.oneDecimal(interval.low()) + " to " + Numbers.oneDecimal(interval.high());
  }
}
