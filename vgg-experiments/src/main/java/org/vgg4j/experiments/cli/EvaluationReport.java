package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Posteriors;

/**
 * The errors of a test as a table.
 *
 * @param posteriors what was tested
 */
record EvaluationReport(Posteriors posteriors) {
  void printTo(PrintWriter out) {
    posteriors.partial().ifPresent(part -> out.println("PARTIAL: " + part));
    out.print(new ErrorTable(ErrorRates.of(posteriors)).markdown());
    out.flush();
  }
}
