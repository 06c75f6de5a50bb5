package org.vgg4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.StoredImage;

/**
 * Keeps decoded images in memory, so that a small data set is decoded once. What does not fit below
 * the limit is decoded each time: an epoch visits every image once, so putting one out for another
 * would gain nothing.
 */
public final class DecodedCache implements ForwardingImages {
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

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
  public StoredImage image(int index) {
    Image known = kept.get(index);
    return known != null ? known : kept(index, dataset.image(index));
  }

  private StoredImage kept(int index, StoredImage stored) {
    long bytes = stored.size().pixels() * Image.CHANNELS;
    if (bytes > LARGEST_ARRAY) {
      return stored;
    }
    if (freeBytes.addAndGet(-bytes) < 0) {
      freeBytes.addAndGet(bytes);
      return stored;
    }
    Image image = stored.decoded();
    if (!kept.compareAndSet(index, null, image)) {
      freeBytes.addAndGet(bytes);
    }
    return image;
  }

  @Override
  public ImageDataset dataset() {
    return dataset;
  }
}
