package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The length and the learning rate of a training as a recipe states them: in iterations, as the
 * paper does (section 3.1), so that a small data set is gone through more often.
 *
 * @param learningRate at the start; 1e-2 in the paper, 1e-3 for fine-tuning at S = 384
 * @param divisor by how much a drop divides; 10 in the paper
 * @param drops how often it drops; 3 in the paper
 * @param patience epochs without a better validation error before a drop; not given in the paper
 * @param iterations SGD steps after which training ends at the latest, rounded to whole epochs;
 *     370,000 in the paper
 */
public record Course(double learningRate, double divisor, int drops, int patience, int iterations) {

  /** Checks every value; the message names the key. */
  public Course {
    checkArgument(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate: must be above 0, not %s",
        learningRate);
    checkArgument(
        divisor > 1 && Double.isFinite(divisor), "divisor: must be above 1, not %s", divisor);
    checkArgument(drops >= 0, "drops: must be at least 0, not %s", drops);
    checkArgument(patience > 0, "patience: must be at least 1 epoch, not %s", patience);
    checkArgument(iterations > 0, "iterations: must be at least 1, not %s", iterations);
  }

  /** The phase on a data set that takes so many iterations an epoch; at least one epoch. */
  public Phase over(int iterationsPerEpoch) {
    int epochs = Math.max(1, Math.round((float) iterations / iterationsPerEpoch));
    return new Phase(learningRate, divisor, drops, patience, epochs);
  }
}
