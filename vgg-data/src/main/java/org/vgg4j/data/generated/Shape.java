package org.vgg4j.data.generated;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ten classes of the generated images, as regions of the plane. A shape fills the unit disc: no
 * point of it is farther than 1 from the origin; y points down.
 */
enum Shape implements Region {
  DISC((x, y) -> inDisc(x, y, 0.92)),
  RING((x, y) -> inDisc(x, y, 0.98) && !inDisc(x, y, 0.55)),
  SQUARE((x, y) -> inSquare(x, y, 0.7)),
  FRAME((x, y) -> inSquare(x, y, 0.7) && !inSquare(x, y, 0.38)),
  TRIANGLE((x, y) -> y <= 0.5 && edge(x, y) && edge(-x, y)),
  CROSS((x, y) -> inBox(x, y, 0.95, 0.26) || inBox(y, x, 0.95, 0.26)),
  STAR(Shape::inStar),
  CRESCENT((x, y) -> inDisc(x, y, 0.98) && !inDisc(x - 0.45, y, 0.75)),
  STRIPES((x, y) -> inSquare(x, y, 0.7) && stripe(y) % 2 == 0),
  CHECKERBOARD((x, y) -> inSquare(x, y, 0.7) && (cell(x) + cell(y)) % 2 == 0);

  private static final double COS_30 = 0.8660254037844386;

  /** Outward normals of the five lines that a pentagram consists of, x and y in turn. */
  private static final double[] STAR_NORMALS = {
    0,
    1,
    -0.9510565162951535,
    0.3090169943749474,
    -0.5877852522924731,
    -0.8090169943749475,
    0.5877852522924731,
    -0.8090169943749475,
    0.9510565162951535,
    0.3090169943749474
  };

  private final Region region;

  Shape(Region region) {
    this.region = region;
  }

  /** The names of all classes in lower case. */
  static ImmutableList<String> names() {
    return Stream.of(values()).map(Shape::toString).collect(ImmutableList.toImmutableList());
  }

  @Override
  public boolean contains(double x, double y) {
    return region.contains(x, y);
  }

  private static boolean inDisc(double x, double y, double radius) {
    return x * x + y * y <= radius * radius;
  }

  private static boolean inSquare(double x, double y, double half) {
    return inBox(x, y, half, half);
  }

  private static boolean inBox(double x, double y, double halfWidth, double halfHeight) {
    return Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight;
  }

  /** Below the right edge of an equilateral triangle that stands on its base. */
  private static boolean edge(double x, double y) {
    return COS_30 * x - 0.5 * y <= 0.5;
  }

  /** A point of a pentagram lies on the inner side of at least four of its five lines. */
  private static boolean inStar(double x, double y) {
    int outside = 0;
    for (int i = 0; i < STAR_NORMALS.length; i += 2) {
      if (STAR_NORMALS[i] * x + STAR_NORMALS[i + 1] * y > 0.32) {
        outside++;
      }
    }
    return outside <= 1;
  }

  /** Which of five bands from -0.7 to 0.7. */
  private static int stripe(double value) {
    return (int) ((value + 0.7) / 0.28);
  }

  /** Which of four rows from -0.7 to 0.7. */
  private static int cell(double value) {
    return (int) ((value + 0.7) / 0.35);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
