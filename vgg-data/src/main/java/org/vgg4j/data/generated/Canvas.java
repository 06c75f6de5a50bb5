package org.vgg4j.data.generated;

import java.util.SplittableRandom;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/** Draws by arithmetic that gives the same bits on every machine. */
final class Canvas {
  /** Each pixel is probed at 2 x 2 points, a quarter from its borders. */
  private static final double[] PROBES = {0.25, 0.75};

  private final ImageSize size;
  private final float[] values;

  Canvas(ImageSize size) {
    this.size = size;
    this.values = new float[Math.toIntExact(size.pixels() * Image.CHANNELS)];
  }

  /** A background that changes evenly from the middle to the borders. */
  void fill(Colour colour, Shading shading) {
    for (int y = 0; y < size.height(); y++) {
      double row = shading.down() * (2.0 * y / size.height() - 1);
      for (int x = 0; x < size.width(); x++) {
        double shade = row + shading.right() * (2.0 * x / size.width() - 1);
        int pixel = pixel(y, x);
        values[pixel] = (float) (colour.red() + shade);
        values[pixel + 1] = (float) (colour.green() + shade);
        values[pixel + 2] = (float) (colour.blue() + shade);
      }
    }
  }

  /** Draws a figure over what is there, with smooth borders. */
  void draw(Figure figure) {
    double radius = figure.place().radius();
    int top = Math.max(0, (int) (figure.place().y() - radius - 1));
    int bottom = Math.min(size.height(), (int) (figure.place().y() + radius + 2));
    int left = Math.max(0, (int) (figure.place().x() - radius - 1));
    int right = Math.min(size.width(), (int) (figure.place().x() + radius + 2));
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        blend(pixel(y, x), figure.colour(), coverage(figure, y, x));
      }
    }
  }

  /** Which part of a pixel is drawn on, 0 to 1. */
  private static float coverage(Figure figure, int y, int x) {
    int inside = 0;
    for (double dy : PROBES) {
      for (double dx : PROBES) {
        inside += figure.contains(y + dy, x + dx) ? 1 : 0;
      }
    }
    return inside / 4f;
  }

  private void blend(int pixel, Colour colour, float share) {
    values[pixel] += share * ((float) colour.red() - values[pixel]);
    values[pixel + 1] += share * ((float) colour.green() - values[pixel + 1]);
    values[pixel + 2] += share * ((float) colour.blue() - values[pixel + 2]);
  }

  /** The picture with grain: each value is moved by at most {@code grain} levels. */
  Image developed(int grain, SplittableRandom random) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      float value = values[i] + grain * (float) random.nextDouble(-1, 1);
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new Image(size, pixels);
  }

  private int pixel(int y, int x) {
    return (y * size.width() + x) * Image.CHANNELS;
  }
}
