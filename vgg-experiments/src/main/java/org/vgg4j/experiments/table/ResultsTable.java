package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vgg4j.experiments.table.Cell.Intervals;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Cell.Range;

/**
 * A table of the paper filled with our numbers. The JSON form is the source of all others.
 *
 * @param table number of the table
 * @param caption what stands above it
 * @param preset at which size it was run
 * @param provenance what made it: versions, data, seeds, machine
 * @param cells the rows, top to bottom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultsTable(
    int table, String caption, String preset, Provenance provenance, List<Cell> cells) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public ResultsTable {
    cells = ImmutableList.copyOf(cells);
  }

  /** The table as JSON. */
  public String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table as CSV. */
  public String csv() {
    return rows().csv();
  }

  /** The table as Markdown, with footnotes for what deviates from the paper. */
  public String markdown() {
    String heading =
        String.format(
            Locale.ROOT,
            "**Table %d: %s** (preset %s, data %s, %d validation images)",
            table,
            caption,
            preset,
            provenance.data(),
            cells.get(0).images());
    return heading + "\n\n" + rows().markdown() + "\n" + footnotes();
  }

  private TextTable rows() {
    TextTable rows =
        new TextTable(
            "network",
            "S",
            "Q",
            "top-1 %",
            "95% interval",
            "top-5 %",
            "95% interval",
            "paper S",
            "paper Q",
            "paper top-1",
            "paper top-5",
            "protocol",
            "note");
    for (Cell cell : cells) {
      Intervals interval = cell.interval();
      rows.row(
          cell.network(),
          cell.trainScale(),
          cell.testScale(),
          percent(cell.top1()),
          range(interval.top1()),
          percent(cell.top5()),
          range(interval.top5()),
          paper(cell, PaperRow::trainScale),
          paper(cell, PaperRow::testScale),
          paper(cell, row -> percent(row.top1())),
          paper(cell, row -> percent(row.top5())),
          cell.protocol(),
          noteOf(cell));
    }
    return rows;
  }

  private String noteOf(Cell cell) {
    return cell.deviations().isEmpty()
        ? ""
        : "[" + (distinctDeviations().indexOf(cell.deviations()) + 1) + "]";
  }

  private String footnotes() {
    StringBuilder notes = new StringBuilder();
    List<List<String>> distinct = distinctDeviations();
    for (int i = 0; i < distinct.size(); i++) {
      notes
          .append("[" + (i + 1) + "] Differs from the paper's recipe: ")
          .append(String.join("; ", distinct.get(i)))
          .append(".\n");
    }
    return notes + skipped() + "Intervals: " + cells.get(0).interval().method() + ".\n";
  }

  private String skipped() {
    List<String> ids = provenance.skipped();
    return ids.isEmpty()
        ? ""
        : "Left out, as they can't be decoded: " + String.join(", ", ids) + ".\n";
  }

  private List<List<String>> distinctDeviations() {
    return cells.stream().map(Cell::deviations).filter(d -> !d.isEmpty()).distinct().toList();
  }

  private static String paper(Cell cell, Function<PaperRow, String> part) {
    return Optional.ofNullable(cell.paper()).map(part).orElse("-");
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String range(Range range) {
    return percent(range.low()) + " to " + percent(range.high());
  }
}
