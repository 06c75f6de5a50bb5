package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A picture of lines and letters in the page's own colours and type. */
final class Svg {
  private final Markup shapes = new Markup();
  private final int width;
  private final int height;
  private final String title;

  /**
   * An empty picture.
   *
   * @param title what is told to those who don't see it
   */
  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /** A straight line. */
  Svg line(String style, double x1, double y1, double x2, double y2) {
    return shape("line", style, numbers("x1", x1, "y1", y1, "x2", x2, "y2", y2), "");
  }

  /** A dot that tells something when it is pointed at. */
  Svg dot(String style, double x, double y, String label) {
    return shape("circle", style, numbers("cx", x, "cy", y, "r", 4), label);
  }

  /** A square on its corner, likewise. */
  Svg diamond(String style, double x, double y, String label) {
    String path = String.format(Locale.ROOT, "M%.1f %.1fl5 5 5-5-5-5z", x - 5, y);
    return shape("path", style, ImmutableMap.of("d", path), label);
  }

  /** A line through points, {@code x,y x,y ...}. */
  Svg path(String style, String points) {
    return shape("polyline", style, ImmutableMap.of("points", points), "");
  }

  /** Words; the style says where they are held. */
  Svg words(String style, double x, double y, String text) {
    open("text", style, numbers("x", x, "y", y));
    shapes.text(text).close("text");
    return this;
  }

  private Svg shape(String name, String style, Map<String, String> places, String label) {
    open(name, style, places);
    if (!label.isEmpty()) {
      shapes.element("title", label);
    }
    shapes.close(name);
    return this;
  }

  private void open(String name, String style, Map<String, String> places) {
    shapes.trusted(
        places.entrySet().stream()
            .map(place -> " " + place.getKey() + "=\"" + place.getValue() + '"')
            .collect(Collectors.joining("", "<" + name + " class=\"" + style + "\"", ">")));
  }

  private static Map<String, String> numbers(Object... pairs) {
    ImmutableMap.Builder<String, String> places = ImmutableMap.builder();
    for (int i = 0; i < pairs.length; i += 2) {
      double number = ((Number) pairs[i + 1]).doubleValue();
      places.put(pairs[i].toString(), String.format(Locale.ROOT, "%.1f", number));
    }
    return places.buildOrThrow();
  }

  /** The picture as a part of a page. */
  Markup markup() {
    return new Markup()
        .open(
            "svg",
            Attribute.of("viewBox", "0 0 " + width + " " + height),
            Attribute.of("role", "img"),
            Attribute.of("aria-label", title))
        .add(shapes)
        .close("svg");
  }
}
