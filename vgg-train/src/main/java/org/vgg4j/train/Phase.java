package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A {@link Course} on a data set: the learning rate over one training.
 *
 * @param epochs where training ends at the latest
 */
public record Phase(Course course, int epochs) {

  public Phase {
    checkArgument(epochs > 0, "a training has at least 1 epoch, not %s", epochs);
  }

  /** The paper's rule over so many epochs. */
  public Phase(double learningRate, double divisor, int drops, int patience, int epochs) {
    this(new PlateauCourse(learningRate, divisor, drops, patience, epochs), epochs);
  }
}
