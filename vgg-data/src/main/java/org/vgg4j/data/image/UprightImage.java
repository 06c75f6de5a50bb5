package org.vgg4j.data.image;

/** An image that was stored lying down or mirrored; decoded as a whole, as few are. */
record UprightImage(StoredImage stored, Orientation orientation) implements StoredImage {

  @Override
  public ImageSize size() {
    return orientation.swapsSides() ? stored.size().transposed() : stored.size();
  }

  @Override
  public Image decoded() {
    return orientation.applyTo(stored.decoded());
  }

  @Override
  public Image region(Window window) {
    return decoded().crop(window);
  }
}
