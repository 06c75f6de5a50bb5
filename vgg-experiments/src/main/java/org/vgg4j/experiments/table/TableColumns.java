package org.vgg4j.experiments.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.Result.Range;

/** The columns of a table: those that say something in at least one row. */
final class TableColumns {
  /** Nobody but the test server has these labels. */
  private static final String TEST_SERVER = "n/a";

  private static final String NOTHING = "-";

  private TableColumns() {}

  /** A heading, and what stands under it. */
  private record Column(String heading, Function<Cell, String> text) {
    boolean saysSomething(List<Cell> cells) {
      return cells.stream().map(text).anyMatch(t -> !t.isEmpty() && !t.equals(NOTHING));
    }
  }

  /**
   * The table.
   *
   * @param note what stands in the last column
   */
  static TextTable of(List<Cell> cells, Function<Cell, String> note) {
    List<Column> columns =
        all(note).stream().filter(column -> column.saysSomething(cells)).toList();
    TextTable table = new TextTable(columns.stream().map(Column::heading).toArray(String[]::new));
    for (Cell cell : cells) {
      table.row(columns.stream().map(column -> column.text.apply(cell)).toArray());
    }
    return table;
  }

  private static ImmutableList<Column> all(Function<Cell, String> note) {
    return ImmutableList.<Column>builder()
        .add(new Column("network", Cell::label))
        .add(new Column("S", cell -> orNothing(cell.trainScale())))
        .add(new Column("Q", cell -> orNothing(cell.testScale())))
        .addAll(ours())
        .addAll(papers())
        .add(new Column("protocol", cell -> orNothing(cell.protocol())))
        .add(new Column("filled by", TableColumns::source))
        .add(new Column("note", note))
        .build();
  }

  private static ImmutableList<Column> ours() {
    return ImmutableList.of(
        new Column("top-1 %", cell -> result(cell, r -> percent(r.top1()))),
        new Column("top-1 95% interval", cell -> result(cell, r -> range(r.interval().top1()))),
        new Column("ties", cell -> result(cell, Result::ties)),
        new Column("top-5 %", cell -> result(cell, r -> percent(r.top5()))),
        new Column("top-5 95% interval", cell -> result(cell, r -> range(r.interval().top5()))));
  }

  private static ImmutableList<Column> papers() {
    return ImmutableList.of(
        new Column("paper S", cell -> paper(cell, PaperRow::trainScale)),
        new Column("paper Q", cell -> paper(cell, PaperRow::testScale)),
        new Column("paper top-1", cell -> paper(cell, row -> percent(row.top1()))),
        new Column("paper top-5", cell -> paper(cell, row -> percent(row.top5()))),
        new Column("test top-5", TableColumns::testError),
        new Column("paper test top-5", cell -> paper(cell, row -> percent(row.test5()))));
  }

  private static String testError(Cell cell) {
    return cell.source() != Source.CITED && cell.paper() != null && cell.paper().test5() != null
        ? TEST_SERVER
        : NOTHING;
  }

  /** Trained here goes without saying. */
  private static String source(Cell cell) {
    return cell.source() == Source.TRAINED ? "" : cell.source().name().toLowerCase(Locale.ROOT);
  }

  private static String result(Cell cell, Function<Result, String> part) {
    return Optional.ofNullable(cell.result()).map(part).orElse(NOTHING);
  }

  private static String paper(Cell cell, Function<PaperRow, String> part) {
    return Optional.ofNullable(cell.paper()).map(part).map(TableColumns::orNothing).orElse(NOTHING);
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }

  private static String percent(@Nullable Double value) {
    return value == null ? NOTHING : Numbers.oneDecimal(value);
  }

  private static String range(Range range) {
    return Numbers.oneDecimal(range.low()) + " to " + Numbers.oneDecimal(range.high());
  }
}
