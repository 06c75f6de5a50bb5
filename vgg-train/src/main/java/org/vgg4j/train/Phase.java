package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The learning rate over one training: it starts at {@code learningRate} and is divided when the
 * validation error stops improving, a fixed number of times (section 3.1). A {@link Course} on a
 * data set.
 *
 * @param patience epochs without a better validation error before a drop
 * @param epochs where training ends at the latest
 */
public record Phase(double learningRate, double divisor, int drops, int patience, int epochs) {

  public Phase {
    checkArgument(epochs > 0, "a training has at least 1 epoch, not %s", epochs);
  }
}
