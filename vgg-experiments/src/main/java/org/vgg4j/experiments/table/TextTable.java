package org.vgg4j.experiments.table;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vgg4j.core.PlainText;

/**
 * Rows of text under headings, printed as Markdown that also lines up on a terminal, as CSV, LaTeX
 * or HTML. Columns whose cells are all numbers stand to the right.
 */
public final class TextTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ImmutableList<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these columns and no rows. */
  public TextTable(String... headings) {
    this.headings = ImmutableList.copyOf(headings);
  }

  /** Adds a row, one cell a column. */
  public TextTable row(Object... cells) {
    checkArgument(
        cells.length == headings.size(), "%s cells in %s columns", cells.length, headings.size());
    rows.add(ImmutableList.copyOf(cells).stream().map(Object::toString).toList());
    return this;
  }

  /** The table as Markdown. */
  public String markdown() {
    ImmutableList<Column> columns =
        IntStream.range(0, headings.size())
            .mapToObj(column -> new Column(width(column), isNumeric(column)))
            .collect(ImmutableList.toImmutableList());
    StringBuilder text = new StringBuilder(line(headings, columns)).append(rule(columns));
    rows.forEach(row -> text.append(line(row, columns)));
    return text.toString();
  }

  /** The table as CSV (RFC 4180). */
  public String csv() {
    StringBuilder text = new StringBuilder(record(headings));
    rows.forEach(row -> text.append(record(row)));
    return text.toString();
  }

  /** The table as LaTeX, for the package booktabs. */
  public String latex(String caption) {
    return latex(caption, ImmutableList.of());
  }

  /** The same with notes below it, a paragraph each. */
  String latex(String caption, List<String> notes) {
    StringBuilder columns = new StringBuilder();
    for (int column = 0; column < headings.size(); column++) {
      columns.append(isNumeric(column) ? 'r' : 'l');
    }
    StringBuilder body = new StringBuilder();
    rows.forEach(row -> body.append(Latex.row(row)));
    String tabular = Latex.tabular(columns.toString(), Latex.row(headings), body.toString());
    return Latex.table(caption, tabular, notes);
  }

  /** The table as JSON: its title, headings and rows of text. */
  public String json(String title) {
    ObjectNode table = JSON.createObjectNode().put("title", title);
    table.set("headings", JSON.valueToTree(headings));
    table.set("rows", JSON.valueToTree(rows));
    return table.toPrettyString() + "\n";
  }

  /** The table as a part of an HTML page; numbers have the class {@code number}. */
  public String html(String caption) {
    StringBuilder text = new StringBuilder("<table>\n<caption>" + Html.escaped(caption));
    text.append("</caption>\n<thead>\n").append(htmlRow("th", headings));
    text.append("</thead>\n<tbody>\n");
    rows.forEach(row -> text.append(htmlRow("td", row)));
    return text.append("</tbody>\n</table>\n").toString();
  }

  /** The same with notes below it, a paragraph each. */
  String html(String caption, List<String> notes) {
    StringBuilder text = new StringBuilder(html(caption));
    notes.forEach(note -> text.append("<p>").append(Html.escaped(note)).append("</p>\n"));
    return text.toString();
  }

  private String htmlRow(String element, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int column = 0; column < cells.size(); column++) {
      row.append(isNumeric(column) ? "<" + element + " class=\"number\">" : "<" + element + ">")
          .append(Html.escaped(cells.get(column)))
          .append("</" + element + ">");
    }
    return row.append("</tr>\n").toString();
  }

  /** How a column is printed, found once a table: tables may have many rows. */
  private record Column(int width, boolean numeric) {
    String padded(String cell) {
      return numeric ? Strings.padStart(cell, width, ' ') : Strings.padEnd(cell, width, ' ');
    }

    String rule() {
      String dashes = "-".repeat(width + 1);
      return numeric ? dashes + ":" : ":" + dashes;
    }
  }

  private static String line(List<String> cells, List<Column> columns) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < cells.size(); column++) {
      String cell = escaped(cells.get(column));
      line.append(' ').append(columns.get(column).padded(cell)).append(" |");
    }
    return line.append('\n').toString();
  }

  private static String rule(List<Column> columns) {
    return columns.stream().map(Column::rule).collect(Collectors.joining("|", "|", "|\n"));
  }

  private int width(int column) {
    int widest = Math.max(3, headings.get(column).length());
    for (List<String> row : rows) {
      widest = Math.max(widest, escaped(row.get(column)).length());
    }
    return widest;
  }

  /** A bar inside a cell would end it, and so would a new line. */
  private static String escaped(String cell) {
    return PlainText.of(cell).replace("|", "\\|");
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("[-+0-9.,]+( [GMK%]\\w*)?|-|n/a"));
  }

  private static String record(List<String> cells) {
    return cells.stream().map(TextTable::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
