package org.vgg4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.image.Image;

/**
 * Keeps decoded images in memory, so that a small data set is decoded once. What does not fit below
 * the limit is decoded each time: an epoch visits every image once, so putting one out for another
 * would gain nothing.
 */
public final class DecodedCache implements ForwardingImages {
  private final ImageDataset dataset;
  private final AtomicReferenceArray<@Nullable Image> kept;
  private final AtomicLong freeBytes;

  /**
   * A cache in front of {@code dataset}.
   *
   * @param limit bytes of pixels to keep, at least 0
   */
  public DecodedCache(ImageDataset dataset, long limit) {
    checkArgument(limit >= 0, "a cache keeps at least 0 bytes, not %s", limit);
    this.dataset = dataset;
    this.kept = new AtomicReferenceArray<>(dataset.size());
    this.freeBytes = new AtomicLong(limit);
  }

  @Override
  public Image image(int index) {
    Image known = kept.get(index);
    if (known != null) {
      return known;
    }
    Image image = dataset.image(index);
    keep(index, image);
    return image;
  }

  private void keep(int index, Image image) {
    int bytes = image.pixels().length;
    boolean fits = freeBytes.addAndGet(-bytes) >= 0;
    if (!fits || !kept.compareAndSet(index, null, image)) {
      freeBytes.addAndGet(bytes);
    }
  }

  @Override
  public ImageDataset dataset() {
    return dataset;
  }
}
