package org.vgg4j.data.preview;

import java.awt.image.BufferedImage;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;

/** Images made ready to be drawn. */
final class Pictures {
  private Pictures() {}

  /**
   * An image at another size. Where it is enlarged by a whole number, every pixel becomes a square,
   * so that what is seen is what there is.
   */
  static BufferedImage sized(Image image, ImageSize size, Resampler resampler) {
    int factor = size.height() / image.height();
    boolean whole =
        size.height() == factor * image.height() && size.width() == factor * image.width();
    return whole ? enlarged(image, factor) : enlarged(resampler.rescale(image, size), 1);
  }

  private static BufferedImage enlarged(Image image, int factor) {
    int height = image.height() * factor;
    int width = image.width() * factor;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, colour(image, y / factor, x / factor));
      }
    }
    return picture;
  }

  private static int colour(Image image, int y, int x) {
    return image.value(y, x, 0) << 16 | image.value(y, x, 1) << 8 | image.value(y, x, 2);
  }
}
