package org.vgg4j.data.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vgg4j.data.generated.Figure.Place;
import org.vgg4j.data.image.ImageSize;

/**
 * Draws lots for a scene: one shape, lighter than its background, with clutter behind and on top of
 * it. Size, place, turn and colours are drawn alike for all classes, so that nothing but the shape
 * tells the class.
 */
final class RandomScene {
  private static final double CONTRAST = 70;
  private static final double SHADING = 30;
  private static final double CLUTTER_CONTRAST = 50;

  private final SplittableRandom random;
  private final ImageSize size;
  private final Colour background;
  private final Shading shading;
  private final List<Figure> figures = new ArrayList<>();

  private RandomScene(SplittableRandom random) {
    this.random = random;
    this.size = randomSize(random);
    this.background = Colour.dark(random);
    this.shading =
        new Shading(random.nextDouble(-SHADING, SHADING), random.nextDouble(-SHADING, SHADING));
  }

  /** A scene that shows {@code shape}. */
  static Scene of(Shape shape, SplittableRandom random) {
    RandomScene scene = new RandomScene(random);
    scene.addClutter(4, 11);
    scene.addShape(shape);
    scene.addClutter(2, 6);
    return new Scene(scene.size, scene.background, scene.shading, scene.figures);
  }

  /** Smallest side 64 to 96, sides at most 4 : 3, upright or lying. */
  private static ImageSize randomSize(SplittableRandom random) {
    int side = random.nextInt(64, 97);
    int other = (int) (side * random.nextDouble(1, 4.0 / 3));
    return random.nextBoolean() ? new ImageSize(side, other) : new ImageSize(other, side);
  }

  /** The shape, 45% to 80% of the smallest side, around the middle and never cut off. */
  private void addShape(Shape shape) {
    Colour colour = background.lighter(CONTRAST, random);
    double radius = size.smallestSide() * random.nextDouble(0.225, 0.4);
    double room = size.smallestSide() / 2.0 - radius;
    double y = size.height() / 2.0 + random.nextDouble(-room, room);
    double x = size.width() / 2.0 + random.nextDouble(-room, room);
    Place place = Place.of(y, x, radius, random.nextDouble(-0.5, 0.5));
    figures.add(new Figure(shape, place, colour));
  }

  /** From {@code least} up to {@code end} - 1 small discs and bars anywhere. */
  private void addClutter(int least, int end) {
    int pieces = random.nextInt(least, end);
    for (int i = 0; i < pieces; i++) {
      Colour colour = background.near(CLUTTER_CONTRAST, random);
      double radius = size.smallestSide() * random.nextDouble(0.03, 0.12);
      Region region = random.nextBoolean() ? Shape.DISC : (x, y) -> Math.abs(y) < 0.25;
      double y = random.nextDouble(size.height());
      double x = random.nextDouble(size.width());
      Place place = Place.of(y, x, radius, random.nextDouble(Math.PI));
      figures.add(new Figure(region, place, colour));
    }
  }
}
