package org.vgg4j.data.source;

import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.image.Window;

/** An image that counts as rescaled; of one that is not kept, only what is seen is computed. */
record RescaledImage(StoredImage original, ImageSize size, Resampler resampler)
    implements StoredImage {

  @Override
  public Image decoded() {
    return resampler.rescale(original, size);
  }

  @Override
  public Image region(Window window) {
    return resampler.rescale(original, size, window);
  }
}
