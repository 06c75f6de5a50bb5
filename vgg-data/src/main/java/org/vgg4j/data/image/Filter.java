package org.vgg4j.data.image;

import java.util.List;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** How pixels between pixels are made when an image is rescaled. The paper doesn't say. */
public enum Filter {
  /** A triangle that widens by the reduction factor: Pillow's {@code BILINEAR}. The default. */
  BILINEAR("bilinear", "triangle", 1, true),
  /** Keys' cubic with a = -0.5 that widens likewise: Pillow's {@code BICUBIC}, MATLAB's default. */
  BICUBIC("bicubic", "keyscubic", 2, true),
  /** The four nearest pixels whatever the reduction: OpenCV's and Caffe's default. It aliases. */
  PLAIN_BILINEAR("plain-bilinear", "triangle", 1, false);

  private final String label;
  private final String kernel;
  private final int radius;
  private final boolean antialias;

  Filter(String label, String kernel, int radius, boolean antialias) {
    this.label = label;
    this.kernel = kernel;
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

  /** TensorFlow's name for the shape. */
  String kernel() {
    return kernel;
  }

  /** Whether the shape widens by the reduction factor. */
  boolean antialias() {
    return antialias;
  }

  /** How far from its centre a new pixel looks, in old pixels. */
  double reach(double scale) {
    return antialias && scale < 1 ? radius / scale : radius;
  }

  /** The name that {@link #named} reads. */
  @Override
  public String toString() {
    return label;
  }
}
