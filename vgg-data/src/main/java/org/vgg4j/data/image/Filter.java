package org.vgg4j.data.image;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** How pixels between pixels are made when an image is rescaled. The paper doesn't say. */
public enum Filter {
  /** A triangle that widens by the reduction factor: Pillow's {@code BILINEAR}. The default. */
  BILINEAR("bilinear", 1, true),
  /** Keys' cubic with a = -0.5 that widens likewise: Pillow's {@code BICUBIC}, MATLAB's default. */
  BICUBIC("bicubic", 2, true),
  /** The four nearest pixels whatever the reduction: OpenCV's and Caffe's default. It aliases. */
  @JsonProperty("plain-bilinear")
  @JsonAlias("plain_bilinear")
  PLAIN_BILINEAR("plain-bilinear", 1, false);

  private static final double KEYS = -0.5;

  private final String label;
  private final int radius;
  private final boolean antialias;

  Filter(String label, int radius, boolean antialias) {
    this.label = label;
    this.radius = radius;
    this.antialias = antialias;
  }

  /**
   * The filter of that name.
   *
   * @throws Problem if there is none
   */
  public static Filter named(String name) {
    return Stream.of(values())
        .filter(filter -> filter.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.configuration(
                    "interpolation " + name, "is unknown", Spelling.suggestion(name, names())));
  }

  private static List<String> names() {
    return Stream.of(values()).map(Filter::toString).toList();
  }

  /** Whether the shape widens by the reduction factor. */
  boolean antialias() {
    return antialias;
  }

  /** Where the shape ends, in old pixels from its centre. */
  int radius() {
    return radius;
  }

  /** The height of the shape at a distance from its centre. */
  double weight(double distance) {
    double x = Math.abs(distance);
    return this == BICUBIC ? cubic(x) : Math.max(0, 1 - x);
  }

  private static double cubic(double x) {
    if (x < 1) {
      return ((KEYS + 2) * x - (KEYS + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * KEYS : 0;
  }

  /** The name that {@link #named} reads. */
  @Override
  public String toString() {
    return label;
  }
}
