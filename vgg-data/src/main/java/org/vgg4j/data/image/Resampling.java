package org.vgg4j.data.image;

import java.util.Arrays;

/**
 * One rescale: rows are filtered along their length when a new row first needs them, and then
 * summed up to new rows. Between the two, values are rounded to 0..255 as in Pillow, whose pixels
 * these are, bit for bit. A few filtered rows are all that is in memory beside the images.
 */
final class Resampling {
  private static final int HALF = Weights.ONE / 2;
  private static final int FRACTION_BITS = Integer.numberOfTrailingZeros(Weights.ONE);

  private final Image source;
  private final Weights rows;
  private final Weights columns;
  private final int[][] filtered;
  private final int[] sums;
  private final byte[] target;

  /**
   * Prepares a rescale.
   *
   * @param source the old pixels that the weights need, and no others
   */
  Resampling(Image source, Weights rows, Weights columns) {
    this.source = source;
    this.rows = rows;
    this.columns = columns;
    this.sums = new int[columns.size() * Image.CHANNELS];
    this.filtered = new int[rows.most()][sums.length];
    this.target = new byte[rows.size() * sums.length];
  }

  /** The new pixels. */
  Image run() {
    int next = 0;
    for (int y = 0; y < rows.size(); y++) {
      for (; next < rows.first(y) + rows.count(y); next++) {
        filter(next, filtered[next % filtered.length]);
      }
      Arrays.fill(sums, HALF);
      for (int k = 0; k < rows.count(y); k++) {
        add(rows.value(y, k), filtered[(rows.first(y) + k) % filtered.length]);
      }
      store(y * sums.length);
    }
    return new Image(new ImageSize(rows.size(), columns.size()), target);
  }

  /** An old row at its new length. */
  private void filter(int row, int[] values) {
    byte[] pixels = source.pixels();
    int start = row * source.width();
    for (int x = 0; x < columns.size(); x++) {
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      int pixel = (start + columns.first(x)) * Image.CHANNELS;
      for (int k = 0; k < columns.count(x); k++) {
        int weight = columns.value(x, k);
        red += weight * (pixels[pixel] & 0xFF);
        green += weight * (pixels[pixel + 1] & 0xFF);
        blue += weight * (pixels[pixel + 2] & 0xFF);
        pixel += Image.CHANNELS;
      }
      values[x * Image.CHANNELS] = level(red);
      values[x * Image.CHANNELS + 1] = level(green);
      values[x * Image.CHANNELS + 2] = level(blue);
    }
  }

  /** So plain that the compiler makes vector instructions of it. */
  private void add(int weight, int[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }

  private void store(int start) {
    for (int i = 0; i < sums.length; i++) {
      target[start + i] = (byte) level(sums[i]);
    }
  }

  /** Cubic weights can be negative, and lead out of 0..255. */
  private static int level(int sum) {
    return Math.max(0, Math.min(255, sum >> FRACTION_BITS));
  }
}
