package org.vgg4j.experiments.bench;

import java.util.function.Supplier;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.image.Window;
import org.vgg4j.data.source.ImageDataset;

/**
 * Where the time of one image goes, in one thread, in milliseconds an image.
 *
 * @param read the file
 * @param decode the part that the crop needs
 * @param rescale it, crop and flip
 * @param batch put the crop into its batch
 */
record StageTimes(double read, double decode, double rescale, double batch) {
  private static final int MOST_IMAGES = 300;

  static StageTimes of(ImageDataset dataset, Augmentation augmentation) {
    Clock read = new Clock();
    Clock decode = new Clock();
    Clock whole = new Clock();
    Clock batch = new Clock();
    int images = Math.min(MOST_IMAGES, dataset.size());
    Resampler resampler = new Resampler(augmentation.filter());
    try (MiniBatch target = new MiniBatch(1, augmentation.crop())) {
      for (int i = 0; i < images; i++) {
        int index = (int) ((long) i * dataset.size() / images);
        StoredImage image = new Timed(read.of(() -> dataset.image(index)), decode);
        Sample sample = augmentation.sample(image.size(), new Seed(i));
        Image seen = whole.of(() -> sample.of(image, resampler));
        batch.of(
            () -> {
              target.put(0, seen.pixels(), 0);
              return seen;
            });
      }
    }
    double rescale = whole.millis(images) - decode.millis(images);
    return new StageTimes(
        read.millis(images), decode.millis(images), rescale, batch.millis(images));
  }

  private static final class Clock {
    private long nanos;

    <T> T of(Supplier<T> work) {
      long start = System.nanoTime();
      T result = work.get();
      nanos += System.nanoTime() - start;
      return result;
    }

    double millis(int images) {
      return nanos / 1e6 / images;
    }
  }

  /** An image whose decoding is timed. */
  private record Timed(StoredImage image, Clock clock) implements StoredImage {
    @Override
    public ImageSize size() {
      return image.size();
    }

    @Override
    public Image decoded() {
      return clock.of(image::decoded);
    }

    @Override
    public Image region(Window window) {
      return clock.of(() -> image.region(window));
    }

    @Override
    public StoredImage reduced(ImageSize least) {
      return new Timed(clock.of(() -> image.reduced(least)), clock);
    }
  }
}
