package org.vgg4j.data.image;

/**
 * An image that need not be decoded yet: its size costs a look at the header, and who wants a part
 * of it need not pay for all of it.
 */
public interface StoredImage {

  /** Height and width of the whole image in pixels. */
  ImageSize size();

  /**
   * The whole image.
   *
   * @throws org.vgg4j.core.Problem if its content is damaged
   */
  Image decoded();

  /**
   * The pixels in a window: bit for bit those of {@code decoded().crop(window)}.
   *
   * @throws org.vgg4j.core.Problem if what the window needs is damaged; damage elsewhere may go
   *     unseen
   */
  Image region(Window window);

  /**
   * The same picture with fewer pixels, where it is stored in a way that gives them for less work
   * and it was opened so; else this. Never below {@code least} on either side.
   */
  default StoredImage reduced(ImageSize least) {
    return this;
  }
}
