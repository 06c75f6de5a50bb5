package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** An image in memory: uint8 (H, W, 3), RGB, 0..255 in row-major order. */
public final class Image implements StoredImage {
  /** Bytes of a pixel: red, green, blue. */
  public static final int CHANNELS = 3;

  private final ImageSize size;
  private final byte[] pixels;

  /**
   * An image over {@code pixels}, which it takes over without a copy: the caller must not write to
   * the array any more.
   *
   * @throws IllegalArgumentException unless there are {@code height * width * 3} bytes
   */
  public Image(ImageSize size, byte[] pixels) {
    checkArgument(
        pixels.length == size.pixels() * CHANNELS,
        "an RGB image of %s pixels has %s bytes, not %s",
        size,
        size.pixels() * CHANNELS,
        pixels.length);
    this.size = size;
    this.pixels = pixels;
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public Image decoded() {
    return this;
  }

  @Override
  public Image region(Window window) {
    return crop(window);
  }

  /** Rows. */
  public int height() {
    return size.height();
  }

  /** Columns. */
  public int width() {
    return size.width();
  }

  /** uint8 (H, W, 3), RGB. For speed the image's own array, not a copy: only read it. */
  public byte[] pixels() {
    return pixels;
  }

  /** One value as 0..255. */
  public int value(int y, int x, int channel) {
    return pixels[(y * size.width() + x) * CHANNELS + channel] & 0xFF;
  }

  /** A copy of the pixels in a window. */
  public Image crop(Window window) {
    checkArgument(window.fitsInto(size), "%s is not inside an image of %s", window, size);
    byte[] cropped = new byte[window.height() * window.width() * CHANNELS];
    copy(window, cropped, 0);
    return new Image(window.size(), cropped);
  }

  /**
   * Copies the pixels in a window.
   *
   * @param target where to, uint8 (height, width, 3) from the byte {@code start} on
   */
  public void copy(Window window, byte[] target, int start) {
    int rowBytes = window.width() * CHANNELS;
    for (int y = 0; y < window.height(); y++) {
      int from = ((window.y() + y) * size.width() + window.x()) * CHANNELS;
      System.arraycopy(pixels, from, target, start + y * rowBytes, rowBytes);
    }
  }

  /** The image for programs that draw or write files. */
  public BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        picture.setRGB(x, y, value(y, x, 0) << 16 | value(y, x, 1) << 8 | value(y, x, 2));
      }
    }
    return picture;
  }

  /** A copy in which left and right have changed places. */
  public Image flipped() {
    byte[] mirrored = pixels.clone();
    mirror(mirrored, size.width());
    return new Image(size, mirrored);
  }

  /**
   * Lets left and right change places in many rows of pixels at once, such as those of a batch.
   *
   * @param rows uint8 (any, width, 3)
   * @param width pixels in a row
   */
  public static void mirror(byte[] rows, int width) {
    int rowBytes = width * CHANNELS;
    for (int start = 0; start < rows.length; start += rowBytes) {
      int right = start + rowBytes - CHANNELS;
      for (int left = start; left < right; left += CHANNELS, right -= CHANNELS) {
        swap(rows, left, right);
        swap(rows, left + 1, right + 1);
        swap(rows, left + 2, right + 2);
      }
    }
  }

  private static void swap(byte[] values, int one, int other) {
    byte value = values[one];
    values[one] = values[other];
    values[other] = value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && size.equals(that.size)
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * size.hashCode() + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "image of " + size;
  }
}
