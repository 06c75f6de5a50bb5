package org.vgg4j.experiments.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a table as people read them.
 *
 * @param claims in the table's order
 * @param points how differences are written
 */
record ClaimsText(List<ClaimResult> claims, PointText points) {
  private static final String NOTHING = "-";

  ClaimsText {
    claims = ImmutableList.copyOf(claims);
  }

  static ClaimsText of(ResultsTable table) {
    return new ClaimsText(table.claims(), table.points());
  }

  /** Claims with their verdicts, and how to read them. */
  String markdown() {
    TextTable table =
        new TextTable(
            "claim",
            "section",
            "verdict",
            "points",
            "95% interval",
            "p",
            "visible from",
            "paper",
            "would decide");
    for (ClaimResult claim : claims) {
      table.row(
          claim.text(),
          claim.section(),
          claim.verdict().word(),
          points.signed(claim.difference()),
          points.signed(claim.interval()),
          probability(claim.adjustedP()),
          claim.smallestVisible() == null ? NOTHING : points.of(claim.smallestVisible()),
          paper(claim.paperDifference()),
          claim.wouldDecide() == null ? NOTHING : claim.wouldDecide());
    }
    return table.markdown()
        + "\nPoints: top-1 error of the row that a claim is about minus that of the other, in"
        + " percentage points; below 0 it is better. p after Holm's correction over these claims."
        + " Visible from: a smaller difference may go unseen, as it is shown in fewer than four of"
        + " five cases.\n";
  }

  /** The paper's errors have one decimal. */
  private static String paper(@Nullable Double difference) {
    return difference == null ? NOTHING : new PointText(1).signed(difference);
  }

  private static String probability(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
