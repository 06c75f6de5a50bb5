package org.vgg4j.data.source;

import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;

/**
 * A split whose images have been rescaled to one smallest side already. Where a training has a
 * single train scale and the split is small, every epoch would rescale the same images to the same
 * size; this does it once, and what is left of an epoch's work is cutting out the crops.
 */
public final class RescaledImages implements ForwardingImages {
  /** Pixels of a small split, counted as squares: few enough to be kept, mostly. */
  private static final long MOST_PIXELS = 1L << 28;

  private final ImageDataset dataset;
  private final int smallestSide;
  private final Resampler resampler;

  private RescaledImages(ImageDataset dataset, int smallestSide, Resampler resampler) {
    this.dataset = dataset;
    this.smallestSide = smallestSide;
    this.resampler = resampler;
  }

  /**
   * The split with its images rescaled, if it is small; else the split as it is.
   *
   * @param cacheBytes bytes of rescaled pixels to keep; no matter of bits
   */
  public static ImageDataset ifSmall(
      ImageDataset dataset, int smallestSide, Resampler resampler, long cacheBytes) {
    return (long) dataset.size() * smallestSide * smallestSide > MOST_PIXELS
        ? dataset
        : new DecodedCache(new RescaledImages(dataset, smallestSide, resampler), cacheBytes);
  }

  @Override
  public StoredImage image(int index) {
    StoredImage image = dataset.image(index);
    return new RescaledImage(image, image.size().withSmallestSide(smallestSide), resampler);
  }

  @Override
  public ImageDataset dataset() {
    return dataset;
  }
}
