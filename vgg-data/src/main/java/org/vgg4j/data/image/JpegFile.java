package org.vgg4j.data.image;

/** A JPEG file, of which a region costs less than the whole. */
final class JpegFile implements StoredImage {
  /** Where a region makes up more than this share, decoding all costs no more. */
  private static final double MOST_OF_IT = 0.9;

  /** The widest block of pixels whose colours hang together. */
  private static final int MARGIN = 16;

  /** How many times the wanted size is left for the filter that does the rest of the reduction. */
  private static final int SPARE = 2;

  private static final int MOST_HALVINGS = 3;

  private final FileContent file;
  private final ImageSize size;
  private final DecodeOperations operations;
  private final boolean mayBeReduced;

  JpegFile(FileContent file, ImageSize size, DecodeOperations operations, boolean mayBeReduced) {
    this.file = file;
    this.size = size;
    this.operations = operations;
    this.mayBeReduced = mayBeReduced;
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public Image decoded() {
    return file.decoded(bytes -> operations.jpeg(bytes, 0));
  }

  /**
   * At the left and right edge of what is decoded, colours are interpolated as at the edge of an
   * image; so that a region has the bits of the whole, some columns more are decoded.
   */
  @Override
  public Image region(Window window) {
    int first = Math.max(0, window.x() - MARGIN);
    int last = Math.min(size.width(), window.x() + window.width() + MARGIN);
    Window wider = new Window(window.y(), first, window.height(), last - first);
    return wider.size().pixels() > MOST_OF_IT * size.pixels()
        ? decoded().crop(window)
        : file.decoded(bytes -> operations.jpeg(bytes, wider))
            .crop(new Window(0, window.x() - first, window.height(), window.width()));
  }

  @Override
  public StoredImage reduced(ImageSize least) {
    int halvings = mayBeReduced ? halvings(least) : 0;
    return halvings == 0 ? this : file.decoded(bytes -> operations.jpeg(bytes, halvings));
  }

  private int halvings(ImageSize least) {
    int halvings = 0;
    while (halvings < MOST_HALVINGS
        && size.height() >> (halvings + 1) >= SPARE * least.height()
        && size.width() >> (halvings + 1) >= SPARE * least.width()) {
      halvings++;
    }
    return halvings;
  }
}
