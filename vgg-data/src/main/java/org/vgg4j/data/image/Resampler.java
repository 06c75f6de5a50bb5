package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Rescales images as Pillow does, bit for bit: pixel centres at one half, sums of whole numbers,
 * columns before rows, values rounded half up after each. The paper doesn't say how it rescales;
 * later work compares itself with Pillow.
 *
 * @param filter how pixels between pixels are made
 */
public record Resampler(Filter filter) {

  /** All of the image at a new size. */
  public Image rescale(StoredImage image, ImageSize newSize) {
    return rescale(image, newSize, Window.whole(newSize));
  }

  /**
   * A window of the rescaled image; nothing is decoded or computed but what it needs. Equal to
   * cropping the rescaled image. An image that has the new size already is only cropped.
   *
   * @param newSize the size of the whole rescaled image
   * @param window the part of it that is wanted
   */
  public Image rescale(StoredImage image, ImageSize newSize, Window window) {
    checkArgument(window.fitsInto(newSize), "%s is not inside an image of %s", window, newSize);
    if (newSize.equals(image.size())) {
      return image.region(window);
    }
    StoredImage source = image.reduced(newSize);
    ImageSize size = source.size();
    Weights rows = Weights.of(filter, size.height(), newSize.height(), window.rows());
    Weights columns = Weights.of(filter, size.width(), newSize.width(), window.columns());
    Image needed = source.region(Window.of(rows.needed(), columns.needed()));
    return new Resampling(needed, rows, columns).run();
  }
}
