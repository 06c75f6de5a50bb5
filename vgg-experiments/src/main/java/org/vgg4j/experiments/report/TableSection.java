package org.vgg4j.experiments.report;

import static org.vgg4j.experiments.table.Numbers.oneDecimal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Range;
import org.vgg4j.experiments.table.ResultsTable;

/** A table of results: the paper's numbers beside ours, and what made each. */
record TableSection(ResultsTable table) {
  private static final String NOTHING = "–";

  Section section() {
    Markup body =
        new Markup()
            .open("div", Attribute.style("wide"), Attribute.of("tabindex", "0"))
            .open("table", Attribute.style("results"))
            .headings(
                "network",
                "S",
                "Q",
                "top-1 %",
                "ties",
                "paper",
                "top-5 %",
                "paper",
                "protocol",
                "note")
            .open("tbody");
    for (int i = 0; i < table.cells().size(); i++) {
      body.add(row(table.cells().get(i), new CellDetails(table, i)));
    }
    body.close("tbody").close("table").close("div").add(legend());
    body.add(new RowsChart(table.title(), table.cells()).markup());
    body.add(new ClaimList(table.claims()).markup());
    for (int i = 0; i < table.cells().size(); i++) {
      body.add(new CellDetails(table, i).markup());
    }
    return new Section(Section.idOf(table.name()), table.title(), body);
  }

  private static Markup row(Cell cell, CellDetails details) {
    Markup row = new Markup().open("tr").element("th", cell.label(), Attribute.of("scope", "row"));
    row.element("td", orNothing(cell.trainScale()));
    row.element("td", orNothing(cell.testScale()));
    Result result = cell.result();
    PaperRow paper = cell.paper();
    row.open("td", Attribute.style("number")).add(details.button()).close("td");
    row.element("td", result == null ? NOTHING : orNothing(result.ties()));
    row.element("td", percent(paper == null ? null : paper.top1()), Attribute.style("number"));
    row.open("td", Attribute.style("number")).add(fifth(result)).close("td");
    row.element("td", percent(paper == null ? null : paper.top5()), Attribute.style("number"));
    row.open("td").element("code", orNothing(cell.protocol())).close("td");
    return row.element("td", note(cell)).close("tr");
  }

  private static Markup fifth(@Nullable Result result) {
    return result == null
        ? new Markup().text(NOTHING)
        : new Markup().text(oneDecimal(result.top5())).add(interval(result.interval().top5()));
  }

  /** An interval in small print. */
  static Markup interval(Range range) {
    return new Markup()
        .element(
            "span",
            oneDecimal(range.low()) + "–" + oneDecimal(range.high()),
            Attribute.style("interval"));
  }

  private static String note(Cell cell) {
    String reason = Optional.ofNullable(cell.reason()).orElse("");
    return switch (cell.source()) {
      case TRAINED -> reason;
      case PUBLISHED -> "published weights";
      case CITED -> reason;
    };
  }

  private Markup legend() {
    String method =
        table.cells().stream()
            .flatMap(cell -> Optional.ofNullable(cell.result()).stream())
            .map(result -> "Small print: " + result.interval().method() + ". ")
            .findFirst()
            .orElse("");
    String left = String.join(", ", table.provenance().skipped());
    return new Markup()
        .element(
            "p",
            method
                + "Ties: rows that share a letter do not differ significantly in top-1 error"
                + " (McNemar's mid-p, Holm's correction, 5%)."
                + (left.isEmpty() ? "" : " Left out, as they can't be decoded: " + left + "."),
            Attribute.style("quiet"));
  }

  private static String percent(@Nullable Double value) {
    return value == null ? NOTHING : oneDecimal(value);
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }
}
