package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.data.image.Image;

/** The images and labels of one training step. */
public final class Batch {
  private final byte[] pixels;
  private final int[] labels;
  private final int crop;

  Batch(byte[] pixels, int[] labels, int crop) {
    checkArgument(
        pixels.length == (long) labels.length * crop * crop * Image.CHANNELS,
        "%s images of %s x %s pixels do not have %s bytes",
        labels.length,
        crop,
        crop,
        pixels.length);
    this.pixels = pixels;
    this.labels = labels;
    this.crop = crop;
  }

  /** uint8 (N, crop, crop, 3), RGB, 0..255. For speed the batch's own array: only read it. */
  public byte[] pixels() {
    return pixels;
  }

  /** int32 (N), the classes of the images. The batch's own array: only read it. */
  public int[] labels() {
    return labels;
  }

  /** N, the number of images. */
  public int count() {
    return labels.length;
  }

  /** Height and width of the images in pixels. */
  public int crop() {
    return crop;
  }
}
