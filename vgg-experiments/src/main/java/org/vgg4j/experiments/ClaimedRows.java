package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** The rows that claims of an experiment are about, of itself or of a shipped one. */
record ClaimedRows(Experiment experiment) {

  /**
   * Both rows of a claim.
   *
   * @throws Problem if one is missing, or they are the same by two names
   */
  ImmutableList<Row> of(Claim claim) {
    Row row = row(claim.row());
    Row than = row(claim.than());
    if (row.tests().equals(than.tests())) {
      throw wrong(
          claim.than() + " is the row " + claim.row() + " itself", "compare it with another");
    }
    return ImmutableList.of(row, than);
  }

  /**
   * The row that a claim means.
   *
   * @param reference such as {@code D/384} or {@code table3:D/384}
   * @throws Problem if there is no one such row, or it is not computed
   */
  Row row(String reference) {
    String table = experiment.isOwn(reference) ? null : Claim.tableOf(reference);
    Experiment place = table == null ? experiment : Experiments.named(table);
    String label = table == null ? reference : Claim.labelOf(reference);
    Row row = place.row(label).orElseThrow(() -> missing(reference, place, label));
    if (row.cited() != null) {
      throw wrong(reference + " is only cited", "make claims about rows that are computed");
    }
    return row;
  }

  private Problem missing(String reference, Experiment place, String label) {
    return place.rows().stream().anyMatch(row -> row.label().equals(label))
        ? wrong(reference + " is more than one row of " + place.name(), "give each of them a name")
        : wrong(
            reference + " is no row of " + place.name(),
            Spelling.suggestion(label, place.rows().stream().map(Row::label).toList()));
  }

  private Problem wrong(String what, String remedy) {
    return Problem.configuration(experiment.name() + ": claims", what, remedy);
  }
}
