package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.vgg4j.experiments.report.Series.Point;
import org.vgg4j.experiments.table.Numbers;

/**
 * Curves over an axis of numbers or of names.
 *
 * @param title what stands above it
 * @param xTitle what stands under the axis
 * @param names of the places 0, 1, 2 ... of the axis; none where it has numbers
 */
record Chart(String title, String xTitle, List<String> names, List<Series> series) {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;
  private static final int LEFT = 44;
  private static final int TOP = 16;
  private static final int BOTTOM = HEIGHT - 44;
  private static final int MARGIN = 12;

  Chart {
    names = ImmutableList.copyOf(names);
    series = ImmutableList.copyOf(series);
  }

  /** The chart below its title, above the list of its series. */
  Markup markup() {
    return figure().add(keys(series)).close("figure");
  }

  /** One of several charts that share a list of series. */
  Markup withoutKeys() {
    return figure().close("figure");
  }

  private Markup figure() {
    return new Markup()
        .open("figure", Attribute.style("chart"))
        .element("figcaption", title)
        .add(picture());
  }

  /** Which line is what. */
  static Markup keys(List<Series> series) {
    Markup keys = new Markup().open("p", Attribute.style("keys"));
    for (Series one : series) {
      keys.element("span", one.name(), Attribute.style("key" + style(one)));
    }
    return keys.close("p");
  }

  private Markup picture() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    Scale x = horizontal();
    Scale y = Scale.around(points().flatMapToDouble(Chart::range), BOTTOM, TOP);
    grid(svg, y);
    places(svg, x);
    series.forEach(one -> draw(svg, one, x, y));
    return svg.markup();
  }

  private Scale horizontal() {
    int right = WIDTH - MARGIN;
    return names.isEmpty()
        ? Scale.around(
            DoubleStream.concat(DoubleStream.of(0), points().mapToDouble(Point::x)), LEFT, right)
        : new Scale(-0.5, names.size() - 0.5, LEFT, right);
  }

  private Stream<Point> points() {
    return series.stream().flatMap(one -> one.points().stream());
  }

  private static DoubleStream range(Point point) {
    return DoubleStream.of(point.low(), point.high());
  }

  private static void grid(Svg svg, Scale y) {
    for (double tick : y.ticks()) {
      svg.line("grid", LEFT, y.at(tick), WIDTH - MARGIN, y.at(tick));
      svg.words("end", LEFT - 6, y.at(tick) + 4, number(tick));
    }
  }

  private void places(Svg svg, Scale x) {
    if (names.isEmpty()) {
      x.ticks().forEach(tick -> svg.words("middle", x.at(tick), BOTTOM + 18, number(tick)));
    }
    for (int i = 0; i < names.size(); i++) {
      svg.words("middle", x.at(i), BOTTOM + 18, names.get(i));
    }
    svg.words("middle quiet", (LEFT + WIDTH - MARGIN) / 2.0, HEIGHT - 6, xTitle);
  }

  /** A number of an axis. */
  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Numbers.oneDecimal(value);
  }

  private static void draw(Svg svg, Series one, Scale x, Scale y) {
    svg.path(
        "curve" + style(one),
        one.points().stream()
            .map(point -> place(x.at(point.x()), y.at(point.y())))
            .collect(Collectors.joining(" ")));
    if (one.marked()) {
      for (Point point : one.points()) {
        svg.line(
            "whisker" + style(one),
            x.at(point.x()),
            y.at(point.low()),
            x.at(point.x()),
            y.at(point.high()));
        svg.dot("mark" + style(one), x.at(point.x()), y.at(point.y()), point.label());
      }
    }
  }

  private static String place(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  private static String style(Series one) {
    return " c" + one.colour() + (one.dashed() ? " dashed" : "");
  }
}
