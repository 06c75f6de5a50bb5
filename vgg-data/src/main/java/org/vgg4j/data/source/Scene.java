package org.vgg4j.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/**
 * What a generated image shows: one shape over clutter over shading. Nothing but the shape tells
 * the class: size, place, turn and colours are drawn alike for all classes.
 *
 * @param size of the image; smallest side 64 to 96, sides at most 4 : 3
 * @param background the colour in the middle
 * @param shading how many levels the background changes from one corner to the opposite ones
 * @param figures clutter first, then the shape
 */
record Scene(ImageSize size, Colour background, Shading shading, List<Figure> figures) {
  private static final double CONTRAST = 75;
  private static final int NOISE = 12;

  /**
   * Levels that the background gains from the middle to the border.
   *
   * @param down to the lower border
   * @param right to the right border
   */
  record Shading(double down, double right) {}

  /** Draws lots for a scene that shows {@code shape}. */
  static Scene random(Shape shape, SplittableRandom random) {
    ImageSize size = randomSize(random);
    Colour background = Colour.random(random);
    Shading shading = new Shading(random.nextDouble(-30, 30), random.nextDouble(-30, 30));
    List<Figure> figures = new ArrayList<>();
    int clutter = random.nextInt(6, 15);
    for (int i = 0; i < clutter; i++) {
      figures.add(randomClutter(size, background.near(60, random), random));
    }
    figures.add(randomFigure(shape, size, background.contrasting(CONTRAST, random), random));
    return new Scene(size, background, shading, figures);
  }

  private static ImageSize randomSize(SplittableRandom random) {
    int side = random.nextInt(64, 97);
    int other = (int) (side * random.nextDouble(1, 4.0 / 3));
    return random.nextBoolean() ? new ImageSize(side, other) : new ImageSize(other, side);
  }

  /** A small disc or bar anywhere. */
  private static Figure randomClutter(ImageSize size, Colour colour, SplittableRandom random) {
    double radius = size.smallestSide() * random.nextDouble(0.03, 0.12);
    Region region = random.nextBoolean() ? Shape.DISC : (x, y) -> Math.abs(y) < 0.25;
    double y = random.nextDouble(size.height());
    double x = random.nextDouble(size.width());
    return new Figure(region, y, x, radius, random.nextDouble(Math.PI), colour);
  }

  /** The shape, 45% to 80% of the smallest side, around the middle and never cut off. */
  private static Figure randomFigure(
      Shape shape, ImageSize size, Colour colour, SplittableRandom random) {
    double radius = size.smallestSide() * random.nextDouble(0.225, 0.4);
    double room = size.smallestSide() / 2.0 - radius;
    double y = size.height() / 2.0 + random.nextDouble(-room, room);
    double x = size.width() / 2.0 + random.nextDouble(-room, room);
    return new Figure(shape, y, x, radius, random.nextDouble(-0.5, 0.5), colour);
  }

  /** The picture, with grain that {@code random} throws. */
  Image painted(SplittableRandom random) {
    Canvas canvas = new Canvas(size);
    canvas.fill(background, shading.down(), shading.right());
    figures.forEach(canvas::draw);
    return canvas.developed(NOISE, random);
  }
}
