package org.vgg4j.train;

/**
 * What the steps of an epoch add up to so far: stored in every checkpoint, so that the journal of a
 * run that was stopped in the middle of an epoch tells the same as that of one that was not.
 *
 * @param steps SGD steps done in this epoch
 * @param images seen in them
 * @param lossSum of the images' losses, as each step saw them
 * @param correct images whose best-scored class was the true one
 * @param waited nanoseconds spent waiting for images
 * @param trained nanoseconds of training, waiting included
 */
public record EpochTotals(
    int steps, long images, double lossSum, long correct, long waited, long trained) {

  /** Before the first step of an epoch. */
  static final EpochTotals NONE = new EpochTotals(0, 0, 0, 0, 0, 0);
}
