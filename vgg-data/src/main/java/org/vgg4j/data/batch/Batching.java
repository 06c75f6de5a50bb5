package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.Augmentation;

/**
 * How the batches of a training run come about.
 *
 * @param augmentation how images vary
 * @param size images per batch, at least 1; 256 in the paper
 * @param seed what order and samples hang on
 */
public record Batching(Augmentation augmentation, int size, Seed seed) {
  public Batching {
    checkArgument(size > 0, "a batch has at least 1 image, not %s", size);
  }
}
