package org.vgg4j.data.source;

import java.util.SplittableRandom;

/** Red, green and blue, nominally 0..255. */
record Colour(double red, double green, double blue) {

  /** Any colour that is neither black nor white. */
  static Colour random(SplittableRandom random) {
    return new Colour(
        random.nextDouble(20, 235), random.nextDouble(20, 235), random.nextDouble(20, 235));
  }

  /** Any colour that is lighter or darker than this one by at least {@code contrast} levels. */
  Colour contrasting(double contrast, SplittableRandom random) {
    Colour colour = random(random);
    while (Math.abs(colour.lightness() - lightness()) < contrast) {
      colour = random(random);
    }
    return colour;
  }

  /** A colour whose channels differ from this one's by up to {@code distance} levels. */
  Colour near(double distance, SplittableRandom random) {
    return new Colour(
        red + random.nextDouble(-distance, distance),
        green + random.nextDouble(-distance, distance),
        blue + random.nextDouble(-distance, distance));
  }

  private double lightness() {
    return 0.3 * red + 0.6 * green + 0.1 * blue;
  }
}
