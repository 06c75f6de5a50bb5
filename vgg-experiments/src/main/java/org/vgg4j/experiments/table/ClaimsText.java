package org.vgg4j.experiments.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The claims of a table as people read them.
 *
 * @param claims in the table's order
 */
record ClaimsText(List<ClaimResult> claims) {
  ClaimsText {
    claims = ImmutableList.copyOf(claims);
  }

  static ClaimsText of(List<ClaimResult> claims) {
    return new ClaimsText(claims);
  }

  /** Claims with their verdicts, and how to read them. */
  String markdown() {
    TextTable table =
        new TextTable(
            "claim", "section", "verdict", "points", "95% interval", "p", "paper", "would decide");
    for (ClaimResult claim : claims) {
      table.row(
          claim.text(),
          claim.section(),
          claim.verdict().word(),
          signed(claim.difference()),
          signed(claim.interval().low()) + " to " + signed(claim.interval().high()),
          probability(claim.adjustedP()),
          Optional.ofNullable(claim.paperDifference()).map(ClaimsText::signed).orElse("-"),
          Optional.ofNullable(claim.wouldDecide()).orElse("-"));
    }
    return table.markdown()
        + "\nPoints: top-1 error of the row that a claim is about minus that of the other, in"
        + " percentage points; below 0 it is better. p after Holm's correction over these claims."
        + smallest()
        + "\n";
  }

  private String smallest() {
    return claims.stream()
        .flatMap(claim -> Optional.ofNullable(claim.smallestVisible()).stream())
        .max(Double::compare)
        .map(s -> " Differences up to " + Numbers.oneDecimal(s) + " points may go unseen.")
        .orElse("");
  }

  private static String signed(double points) {
    return String.format(Locale.ROOT, "%+.1f", points);
  }

  private static String probability(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
