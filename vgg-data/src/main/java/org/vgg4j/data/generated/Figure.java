package org.vgg4j.data.generated;

/**
 * A region put into an image: moved, scaled, turned and coloured.
 *
 * @param region what is drawn, cut to the unit disc
 * @param place where its unit disc lies in the image
 * @param colour the one colour it has
 */
record Figure(Region region, Place place, Colour colour) {

  /** Whether a point of the image, in pixels from its upper left corner, is drawn on. */
  boolean contains(double pointY, double pointX) {
    double down = pointY - place.y();
    double across = pointX - place.x();
    double x = place.cosine() * across + place.sine() * down;
    double y = place.cosine() * down - place.sine() * across;
    return x * x + y * y <= 1 && region.contains(x, y);
  }

  /**
   * Where a unit disc lies in an image.
   *
   * @param y row of its centre in pixels
   * @param x column of its centre in pixels
   * @param radius its radius in pixels
   * @param cosine of the turn, divided by the radius
   * @param sine of the turn, divided by the radius
   */
  record Place(double y, double x, double radius, double cosine, double sine) {

    /** A unit disc turned by {@code angle} radians. */
    static Place of(double y, double x, double radius, double angle) {
      // StrictMath, for Math may differ in the last bit from machine to machine.
      double cosine = StrictMath.cos(angle) / radius;
      return new Place(y, x, radius, cosine, StrictMath.sin(angle) / radius);
    }
  }
}
