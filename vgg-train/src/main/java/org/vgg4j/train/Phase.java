package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The learning rate over one training: it starts at {@code learningRate} and is divided when the
 * validation error stops improving, a fixed number of times (section 3.1).
 *
 * @param learningRate at the start; 1e-2 in the paper, 1e-3 for fine-tuning at S = 384
 * @param divisor by how much a drop divides; 10 in the paper
 * @param drops how often it drops; 3 in the paper
 * @param patience epochs without a better validation error before a drop; not given in the paper
 * @param epochs where training ends at the latest; 74 in the paper
 */
public record Phase(double learningRate, double divisor, int drops, int patience, int epochs) {

  /** Checks every value; the message names the key. */
  public Phase {
    checkArgument(learningRate > 0, "learningRate: must be above 0, not %s", learningRate);
    checkArgument(divisor > 1, "divisor: must be above 1, not %s", divisor);
    checkArgument(drops >= 0, "drops: must be at least 0, not %s", drops);
    checkArgument(patience > 0, "patience: must be at least 1 epoch, not %s", patience);
    checkArgument(epochs > 0, "epochs: must be at least 1, not %s", epochs);
  }
}
