package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.experiments.report.Series.Point;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.ResultsTable;

/** Error against depth and against the train scale, ours and the paper's (Table 3). */
final class ErrorSection {
  private static final ImmutableList<String> NETWORKS = ImmutableList.of("A", "B", "C", "D", "E");

  private ErrorSection() {}

  static Optional<Section> of(Content content) {
    return content.tables().stream()
        .filter(table -> table.name().equals("table3"))
        .findFirst()
        .map(table -> new Section("errors", "Error, depth and scale", charts(table)));
  }

  private static Markup charts(ResultsTable table) {
    List<Cell> cells =
        table.cells().stream().filter(cell -> NETWORKS.contains(cell.label())).toList();
    return new Markup()
        .open("div", Attribute.style("grid"))
        .add(depth("Ours", cells, false))
        .add(depth("The paper's", cells, true))
        .add(scale("Ours", cells, false))
        .add(scale("The paper's", cells, true))
        .close("div");
  }

  private static Markup depth(String whose, List<Cell> cells, boolean papers) {
    List<String> names = NETWORKS.stream().map(ErrorSection::nameWithDepth).toList();
    Map<String, List<Point>> byScale = new LinkedHashMap<>();
    for (Cell cell : cells) {
      add(byScale, scaleOf(cell), NETWORKS.indexOf(cell.label()), pointOf(cell, papers));
    }
    return new Chart(
            whose + ": top-1 error % against depth",
            "configuration and its weight layers",
            names,
            series("S = ", byScale, papers))
        .markup();
  }

  private static Markup scale(String whose, List<Cell> cells, boolean papers) {
    List<String> scales = cells.stream().map(ErrorSection::scaleOf).distinct().toList();
    Map<String, List<Point>> byNetwork = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (cells.stream().filter(other -> other.label().equals(cell.label())).count() > 1) {
        add(byNetwork, cell.label(), scales.indexOf(scaleOf(cell)), pointOf(cell, papers));
      }
    }
    return new Chart(
            whose + ": top-1 error % against train scale",
            "train scale S of the paper",
            scales,
            series("", byNetwork, papers))
        .markup();
  }

  /** The paper's scale, which says the same at every preset. */
  private static String scaleOf(Cell cell) {
    return Optional.ofNullable(cell.paper()).map(PaperRow::trainScale).orElse(cell.trainScale());
  }

  private static String nameWithDepth(String name) {
    return PaperNetworks.columns().stream()
        .filter(network -> network.name().equals(name))
        .map(network -> name + " " + network.weightLayers())
        .findFirst()
        .orElse(name);
  }

  private static void add(
      Map<String, List<Point>> lines, String name, int place, Optional<Point> point) {
    point.ifPresent(
        p ->
            lines
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(new Point(place, p.y(), p.low(), p.high(), p.label())));
  }

  private static Optional<Point> pointOf(Cell cell, boolean papers) {
    return papers ? paperPoint(cell) : Optional.ofNullable(cell.result()).map(ErrorSection::ours);
  }

  private static Optional<Point> paperPoint(Cell cell) {
    return Optional.ofNullable(cell.paper())
        .map(PaperRow::top1)
        .map(error -> Point.at(0, error, Numbers.oneDecimal(error) + " %"));
  }

  private static Point ours(Result result) {
    return new Point(
        0,
        result.top1(),
        result.interval().top1().low(),
        result.interval().top1().high(),
        Numbers.oneDecimal(result.top1()) + " %");
  }

  private static List<Series> series(
      String prefix, Map<String, List<Point>> lines, boolean dashed) {
    List<Series> series = new ArrayList<>();
    lines.forEach(
        (name, points) ->
            series.add(new Series(prefix + name, series.size(), dashed, true, points)));
    return series;
  }
}
