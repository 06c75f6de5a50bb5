package org.vgg4j.data.batch;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.List;
import java.util.function.Function;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.batch.Prefetch.Range;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
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

  /**
   * Every image from {@code first} on.
   *
   * @param samples what is seen of an image of that size, such as one sample per test scale; a
   *     {@link Problem} of theirs comes out of {@code next}
   */
  @MustBeClosed
  public ClosableIterator<TestImage> from(int first, Function<ImageSize, List<Sample>> samples) {
    return Prefetch.of(
        index -> seen(index, samples),
        new Range(first, dataset.size()),
        threads,
        IMAGES_AHEAD_PER_THREAD * threads);
  }

  private TestImage seen(int index, Function<ImageSize, List<Sample>> samples) {
    StoredImage image = dataset.image(index);
    List<Image> seen =
        samples.apply(image.size()).stream().map(sample -> seen(index, image, sample)).toList();
    return new TestImage(index, dataset.label(index), seen);
  }

  private Image seen(int index, StoredImage image, Sample sample) {
    if (sample.window().size().pixels() > MOST_PIXELS) {
      throw Problem.data(
          dataset.id(index),
          "grows from " + image.size() + " to " + sample.rescaled() + " pixels",
          "remove this elongated image or use a smaller test scale");
    }
    return sample.of(image, resampler);
  }
}
