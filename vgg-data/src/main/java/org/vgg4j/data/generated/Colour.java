package org.vgg4j.data.generated;

import java.util.SplittableRandom;

/** Red, green and blue, nominally 0..255. */
record Colour(double red, double green, double blue) {

  /** Any colour from dark to middling. */
  static Colour dark(SplittableRandom random) {
    return random(20, 150, random);
  }

  /** Any colour that is lighter than this one by at least {@code contrast} levels. */
  Colour lighter(double contrast, SplittableRandom random) {
    Colour colour = random(20, 250, random);
    while (colour.lightness() < lightness() + contrast) {
      colour = random(20, 250, random);
    }
    return colour;
  }

  private static Colour random(int least, int most, SplittableRandom random) {
    return new Colour(
        random.nextDouble(least, most),
        random.nextDouble(least, most),
        random.nextDouble(least, most));
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
