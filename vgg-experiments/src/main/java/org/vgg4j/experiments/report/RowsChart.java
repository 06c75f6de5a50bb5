package org.vgg4j.experiments.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result;

/** The rows of a table one below the other: our top-1 error with its interval, and the paper's. */
record RowsChart(String title, List<Cell> cells) {
  RowsChart {
    cells = cells.stream().filter(cell -> numbers(cell).findAny().isPresent()).toList();
  }

  private static final int WIDTH = 640;
  private static final int LEFT = 260;
  private static final int ROW = 24;
  private static final int TOP = 8;
  private static final int MARGIN = 16;
  private static final int LONGEST = 40;

  Markup markup() {
    int bottom = TOP + ROW * cells.size();
    Svg svg =
        new Svg(WIDTH, bottom + 42, title + ": top-1 error of each row, ours and the paper's");
    Scale x =
        Scale.around(cells.stream().flatMapToDouble(RowsChart::numbers), LEFT, WIDTH - MARGIN);
    for (double tick : x.ticks()) {
      svg.line("grid", x.at(tick), TOP, x.at(tick), bottom);
      svg.words("middle", x.at(tick), bottom + 16, Chart.number(tick));
    }
    svg.words("middle quiet", (LEFT + WIDTH - MARGIN) / 2.0, bottom + 36, "top-1 error, %");
    for (int i = 0; i < cells.size(); i++) {
      row(svg, x, TOP + ROW * i + ROW / 2.0, cells.get(i));
    }
    return new Markup().open("figure", Attribute.style("rows")).add(svg.markup()).add(keys());
  }

  private Markup keys() {
    Markup keys = new Markup().open("figcaption");
    keys.element("span", "ours, with its 95% interval", Attribute.style("key c0"));
    if (cells.stream().anyMatch(cell -> papers(cell).isPresent())) {
      keys.element("span", "the paper's", Attribute.style("key diamond"));
    }
    return keys.close("figcaption").close("figure");
  }

  private static DoubleStream numbers(Cell cell) {
    return Stream.concat(
            Optional.ofNullable(cell.result()).stream()
                .flatMap(r -> Stream.of(r.interval().top1().low(), r.interval().top1().high())),
            papers(cell).stream())
        .mapToDouble(Double::doubleValue);
  }

  private static Optional<Double> papers(Cell cell) {
    return Optional.ofNullable(cell.paper()).map(PaperRow::top1);
  }

  private void row(Svg svg, Scale x, double y, Cell cell) {
    svg.words("end", LEFT - 10, y + 4, name(cell));
    papers(cell)
        .ifPresent(
            error -> svg.diamond("paper", x.at(error), y, "paper: " + Numbers.oneDecimal(error)));
    Result result = cell.result();
    if (result != null) {
      svg.line(
          "whisker c0",
          x.at(result.interval().top1().low()),
          y,
          x.at(result.interval().top1().high()),
          y);
      svg.dot("mark c0", x.at(result.top1()), y, "ours: " + Numbers.oneDecimal(result.top1()));
    }
  }

  /** Scales are told where the label alone names several rows. */
  private String name(Cell cell) {
    boolean unique = cells.stream().filter(o -> o.label().equals(cell.label())).count() == 1;
    String whole =
        unique ? cell.label() : cell.label() + " S=" + cell.trainScale() + " Q=" + cell.testScale();
    return whole.length() > LONGEST ? whole.substring(0, LONGEST - 1) + "…" : whole;
  }
}
