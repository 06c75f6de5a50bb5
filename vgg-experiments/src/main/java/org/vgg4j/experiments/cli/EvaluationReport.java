package org.vgg4j.experiments.cli;

import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Posteriors;

/**
 * The errors of a test.
 *
 * @param part which part of a split was tested; empty for the whole
 * @param errors top-1 and top-5
 */
record EvaluationReport(String part, Metrics.Errors errors) {
  static EvaluationReport of(Posteriors posteriors) {
    return new EvaluationReport(
        posteriors.partial().orElse(""), Metrics.Errors.of(ErrorRates.of(posteriors)));
  }

  /** The errors as a table, for people. */
  String text() {
    ErrorRates rates = new ErrorRates(errors.images(), errors.wrong1(), errors.wrong5());
    return (part.isEmpty() ? "" : "PARTIAL: " + part + "\n") + new ErrorTable(rates).markdown();
  }
}
