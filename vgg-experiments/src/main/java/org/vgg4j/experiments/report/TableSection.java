package org.vgg4j.experiments.report;

import static org.vgg4j.experiments.table.Numbers.oneDecimal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Range;
import org.vgg4j.experiments.table.ResultsTable;

/** A table of results: the paper's numbers beside ours, and what made each. */
record TableSection(ResultsTable table) {
  private static final String NOTHING = "–";

  /** A heading, and what stands under it in a row. */
  private record Column(String heading, IntFunction<Markup> cell) {}

  Section section() {
    Markup body = new Markup().add(results()).add(legend());
    body.add(new RowsChart(table.title(), table.cells()).markup());
    body.add(new ClaimList(table.claims(), table.points()).markup());
    for (int i = 0; i < table.cells().size(); i++) {
      body.add(new CellDetails(table, i).markup());
    }
    return new Section(Section.idOf(table.name()), table.title(), body);
  }

  private Markup results() {
    List<Column> columns = columns();
    Markup results =
        new Markup()
            .open("div", Attribute.style("wide"), Attribute.of("tabindex", "0"))
            .open("table", Attribute.style("results"))
            .headings(columns.stream().map(Column::heading).toArray(String[]::new))
            .open("tbody");
    for (int i = 0; i < table.cells().size(); i++) {
      results.open("tr");
      for (Column column : columns) {
        results.add(column.cell().apply(i));
      }
      results.close("tr");
    }
    return results.close("tbody").close("table").close("div");
  }

  /** Those that say something in at least one row. */
  private List<Column> columns() {
    return Stream.of(
            new Column(
                "network",
                i -> new Markup().element("th", cell(i).label(), Attribute.of("scope", "row"))),
            text("S", Cell::trainScale),
            text("Q", Cell::testScale),
            new Column("top-1 %", i -> number(new CellDetails(table, i).button())),
            text("ties", cell -> result(cell).map(Result::ties).orElse("")),
            text("paper", cell -> paper(cell, PaperRow::top1)),
            new Column("top-5 %", i -> number(fifth(cell(i).result()))),
            text("paper", cell -> paper(cell, PaperRow::top5)),
            text("paper's test top-5", cell -> paper(cell, PaperRow::test5)),
            text("protocol", Cell::protocol),
            text("note", TableSection::note))
        .filter(column -> !says(column).isEmpty())
        .toList();
  }

  private List<String> says(Column column) {
    String nothing = new Markup().element("td", NOTHING).toString();
    return IntStream.range(0, table.cells().size())
        .mapToObj(i -> column.cell().apply(i).toString())
        .filter(html -> !html.equals(nothing))
        .toList();
  }

  private Column text(String heading, Function<Cell, String> text) {
    return new Column(heading, i -> new Markup().element("td", orNothing(text.apply(cell(i)))));
  }

  private static Markup number(Markup content) {
    return new Markup().open("td", Attribute.style("number")).add(content).close("td");
  }

  private Cell cell(int row) {
    return table.cells().get(row);
  }

  private static Optional<Result> result(Cell cell) {
    return Optional.ofNullable(cell.result());
  }

  private static String paper(Cell cell, Function<PaperRow, @Nullable Double> which) {
    PaperRow paper = cell.paper();
    Double error = paper == null ? null : which.apply(paper);
    return error == null ? "" : oneDecimal(error);
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
      case MIXED -> "partly published weights";
      case CITED -> reason;
    };
  }

  /** How to read the small print and the letters, and what was left out. */
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

  private static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }
}
