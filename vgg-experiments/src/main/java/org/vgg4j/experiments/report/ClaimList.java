package org.vgg4j.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.Numbers;

/** Claims with their verdicts, which are told by word and shape, not by colour alone. */
record ClaimList(List<ClaimResult> claims) {
  Markup markup() {
    Markup list = new Markup();
    if (claims.isEmpty()) {
      return list;
    }
    list.open("ul", Attribute.style("claims"));
    claims.forEach(claim -> list.add(item(claim)));
    return list.close("ul");
  }

  private static Markup item(ClaimResult claim) {
    String verdict = claim.verdict().word();
    return new Markup()
        .open("li")
        .element("span", verdict, Attribute.style("badge " + verdict))
        .element("strong", " " + claim.text())
        .element("span", numbers(claim), Attribute.style("quiet"))
        .close("li");
  }

  private static String numbers(ClaimResult claim) {
    return String.format(
            Locale.ROOT,
            "%s beside %s: %+.1f points (%+.1f to %+.1f), p %s",
            claim.row(),
            claim.than(),
            claim.difference(),
            claim.interval().low(),
            claim.interval().high(),
            Numbers.probability(claim.adjustedP()))
        + optional("; the paper's difference %+.1f", claim.paperDifference())
        + Optional.ofNullable(claim.wouldDecide()).map(w -> "; would decide: " + w).orElse("")
        + optional("; so many images show a difference of %.1f", claim.smallestVisible())
        + ". Section "
        + claim.section();
  }

  private static String optional(String format, @Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }
}
