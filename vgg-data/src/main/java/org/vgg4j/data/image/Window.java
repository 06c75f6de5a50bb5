package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;

/**
 * A rectangle of pixels in an image.
 *
 * @param y the first row, at least 0
 * @param x the first column, at least 0
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Window(int y, int x, int height, int width) {
  public Window {
    checkArgument(y >= 0 && x >= 0, "a window starts inside the image, not at %s, %s", y, x);
    checkArgument(
        height > 0 && width > 0, "a window has no side below 1 pixel: %s x %s", height, width);
  }

  /** All of an image. */
  public static Window whole(ImageSize size) {
    return new Window(0, 0, size.height(), size.width());
  }

  /** The pixels in some rows and columns. */
  static Window of(Range<Integer> rows, Range<Integer> columns) {
    return new Window(
        rows.lowerEndpoint(),
        columns.lowerEndpoint(),
        rows.upperEndpoint() - rows.lowerEndpoint(),
        columns.upperEndpoint() - columns.lowerEndpoint());
  }

  /** The numbers of its rows. */
  Range<Integer> rows() {
    return Range.closedOpen(y, y + height);
  }

  /** The numbers of its columns. */
  Range<Integer> columns() {
    return Range.closedOpen(x, x + width);
  }

  /** Whether every pixel of this window lies in an image of that size. */
  public boolean fitsInto(ImageSize size) {
    return y <= size.height() - height && x <= size.width() - width;
  }

  /** The size of the window. */
  public ImageSize size() {
    return new ImageSize(height, width);
  }
}
