package org.vgg4j.data.batch;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.function.Function;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.batch.Prefetch.Range;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;

/**
 * The images of a split as a test protocol sees them (section 3.2): each exactly once, in the order
 * of the split, prepared ahead on worker threads; the same bits for any number of threads.
 */
public final class TestImages {
  private static final int IMAGES_AHEAD_PER_THREAD = 4;

  /** Beyond this many pixels, one rescaled image takes gigabytes on its way through a network. */
  private static final long MOST_PIXELS = 1L << 26;

  private final ImageDataset dataset;
  private final int threads;
  private final Resampler resampler;

  /**
   * Test images of {@code dataset}, which stays the caller's to close.
   *
   * @param filter how images are rescaled
   * @param threads worker threads
   */
  public TestImages(ImageDataset dataset, Filter filter, int threads) {
    this.dataset = dataset;
    this.threads = threads;
    this.resampler = new Resampler(filter);
  }

  /** Whole images at test scale Q, for dense evaluation; their sizes differ. */
  @MustBeClosed
  public ClosableIterator<TestImage> rescaled(int testScale) {
    return seen(size -> Sample.whole(size, testScale));
  }

  /**
   * Central crops at test scale Q, all of one size.
   *
   * @throws Problem from {@code next} if the crop is larger than Q
   */
  @MustBeClosed
  public ClosableIterator<TestImage> centralCrops(int testScale, int crop) {
    return seen(size -> Sample.centralCrop(size, testScale, crop));
  }

  private ClosableIterator<TestImage> seen(Function<ImageSize, Sample> sample) {
    return Prefetch.of(
        index -> seen(index, sample),
        new Range(0, dataset.size()),
        threads,
        IMAGES_AHEAD_PER_THREAD * threads);
  }

  private TestImage seen(int index, Function<ImageSize, Sample> sample) {
    StoredImage image = dataset.image(index);
    Sample wanted = sample.apply(image.size());
    if (wanted.window().size().pixels() > MOST_PIXELS) {
      throw Problem.data(
          dataset.id(index),
          "grows from " + image.size() + " to " + wanted.rescaled() + " pixels",
          "remove this elongated image or use a smaller test scale");
    }
    return new TestImage(index, dataset.label(index), wanted.of(image, resampler));
  }
}
