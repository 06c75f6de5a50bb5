package org.vgg4j.experiments.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.PointText;

/**
 * Claims with their verdicts, which are told by word and shape, not by colour alone.
 *
 * @param points how differences are written
 */
record ClaimList(List<ClaimResult> claims, PointText points) {
  private static final PointText PAPER = new PointText(1);

  Markup markup() {
    Markup list = new Markup();
    if (claims.isEmpty()) {
      return list;
    }
    list.open("ul", Attribute.style("claims"));
    claims.forEach(claim -> list.add(item(claim)));
    return list.close("ul");
  }

  private Markup item(ClaimResult claim) {
    String verdict = claim.verdict().word();
    return new Markup()
        .open("li")
        .element("span", verdict, Attribute.style("badge " + verdict))
        .element("strong", " " + claim.text())
        .element("span", numbers(claim), Attribute.style("quiet"))
        .close("li");
  }

  private String numbers(ClaimResult claim) {
    return "%s beside %s: %s points (%s), p %s"
            .formatted(
                claim.row(),
                claim.than(),
                points.signed(claim.difference()),
                points.signed(claim.interval()),
                Numbers.probability(claim.adjustedP()))
        + optional("; the paper's difference ", claim.paperDifference(), PAPER::signed)
        + optional("; would decide: ", claim.wouldDecide(), decides -> decides)
        + optional("; visible from ", claim.smallestVisible(), points::of)
        + ". Section "
        + claim.section();
  }

  private static <T> String optional(
      String before, @Nullable T value, Function<? super T, String> text) {
    return Optional.<T>ofNullable(value).map(v -> before + text.apply(v)).orElse("");
  }
}
