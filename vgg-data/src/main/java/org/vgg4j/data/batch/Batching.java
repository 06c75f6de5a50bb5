package org.vgg4j.data.batch;

import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.image.Image;

/**
 * How the batches of a training run come about.
 *
 * @param augmentation how images vary
 * @param size images per batch over all workers, at least 1; 256 in the paper
 * @param seed what order and samples hang on
 * @param share the part of every batch that this worker takes
 */
public record Batching(Augmentation augmentation, int size, Seed seed, Share share) {

  /**
   * @throws Problem if a batch has no image, is larger than an array can be, or smaller than the
   *     workers are many
   */
  public Batching {
    if (size < 1) {
      throw Problem.configuration("batch size " + size, "is no number of images", "use 1 or more");
    }
    long bytes = (long) size * augmentation.crop() * augmentation.crop() * Image.CHANNELS;
    if (bytes > Integer.MAX_VALUE - 8) {
      throw Problem.configuration(
          "batch size " + size, "takes more than 2 GiB", "use smaller batches or crops");
    }
    if (size < share.workers()) {
      throw Problem.configuration(
          "batch size " + size,
          "is less than the number of workers, " + share.workers(),
          "use larger batches or fewer workers");
    }
  }

  /** Batches for a single worker. */
  public Batching(Augmentation augmentation, int size, Seed seed) {
    this(augmentation, size, seed, Share.WHOLE);
  }
}
