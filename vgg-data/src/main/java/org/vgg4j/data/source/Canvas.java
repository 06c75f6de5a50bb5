package org.vgg4j.data.source;

import java.util.SplittableRandom;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/** Draws by arithmetic that gives the same bits on every machine. */
final class Canvas {
  /** Each pixel is probed at 2 x 2 points, a quarter from its borders. */
  private static final double[] PROBES = {-0.25, 0.25};

  private final ImageSize size;
  private final float[] values;

  Canvas(ImageSize size) {
    this.size = size;
    this.values = new float[Math.toIntExact(size.pixels() * Image.CHANNELS)];
  }

  /** A colour that changes evenly by {@code down} and {@code right} from the middle to a border. */
  void fill(Colour colour, double down, double right) {
    for (int y = 0; y < size.height(); y++) {
      double row = down * (2.0 * y / size.height() - 1);
      for (int x = 0; x < size.width(); x++) {
        double shade = row + right * (2.0 * x / size.width() - 1);
        int pixel = pixel(y, x);
        values[pixel] = (float) (colour.red() + shade);
        values[pixel + 1] = (float) (colour.green() + shade);
        values[pixel + 2] = (float) (colour.blue() + shade);
      }
    }
  }

  /** Draws a figure over what is there, with smooth borders. */
  void draw(Figure figure) {
    int top = Math.max(0, (int) (figure.y() - figure.radius() - 1));
    int bottom = Math.min(size.height(), (int) (figure.y() + figure.radius() + 2));
    int left = Math.max(0, (int) (figure.x() - figure.radius() - 1));
    int right = Math.min(size.width(), (int) (figure.x() + figure.radius() + 2));
    // StrictMath, for Math may differ in the last bit from machine to machine.
    double cosine = StrictMath.cos(figure.angle()) / figure.radius();
    double sine = StrictMath.sin(figure.angle()) / figure.radius();
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double down = y + 0.5 - figure.y();
        double across = x + 0.5 - figure.x();
        blend(pixel(y, x), figure.colour(), coverage(figure.region(), down, across, cosine, sine));
      }
    }
  }

  private static float coverage(
      Region region, double down, double across, double cosine, double sine) {
    int inside = 0;
    for (double dy : PROBES) {
      for (double dx : PROBES) {
        double x = cosine * (across + dx) + sine * (down + dy);
        double y = cosine * (down + dy) - sine * (across + dx);
        if (x * x + y * y <= 1 && region.contains(x, y)) {
          inside++;
        }
      }
    }
    return inside / 4f;
  }

  private void blend(int pixel, Colour colour, float share) {
    values[pixel] += share * ((float) colour.red() - values[pixel]);
    values[pixel + 1] += share * ((float) colour.green() - values[pixel + 1]);
    values[pixel + 2] += share * ((float) colour.blue() - values[pixel + 2]);
  }

  /** The picture with grain: each value is moved by less than {@code noise} levels. */
  Image developed(int noise, SplittableRandom random) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      float value = values[i] + noise * (float) random.nextDouble(-1, 1);
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new Image(size, pixels);
  }

  private int pixel(int y, int x) {
    return (y * size.width() + x) * Image.CHANNELS;
  }
}
