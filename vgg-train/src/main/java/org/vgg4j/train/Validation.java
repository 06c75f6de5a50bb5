package org.vgg4j.train;

import org.vgg4j.core.graph.TrainingGraph;

/**
 * Tells how good the network is after an epoch. The caller decides on which images and by which
 * protocol; the trainer only needs the errors, for the learning-rate schedule and the journal.
 */
@FunctionalInterface
public interface Validation {

  /** The errors of the network's present parameters on the whole validation split. */
  Errors errorsOf(TrainingGraph network);

  /**
   * Validation errors.
   *
   * @param top1 images whose best class is wrong, in percent
   * @param top5 images whose true class is not among the five best, in percent
   */
  record Errors(double top1, double top5) {}
}
