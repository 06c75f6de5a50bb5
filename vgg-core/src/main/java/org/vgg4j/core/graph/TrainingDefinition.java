package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;

/**
 * All that a training graph is made from.
 *
 * @param crop side of the training crops in pixels (224 in the paper)
 * @param microBatch images that are in memory at once; a larger mini-batch is accumulated
 * @param dropout where dropout masks start from
 */
public record TrainingDefinition(
    NetworkSpec network,
    int crop,
    Preprocessing preprocessing,
    Sgd sgd,
    int microBatch,
    Seed dropout) {
  public TrainingDefinition {
    checkArgument(microBatch > 0, "a micro-batch has at least 1 image, not %s", microBatch);
  }
}
