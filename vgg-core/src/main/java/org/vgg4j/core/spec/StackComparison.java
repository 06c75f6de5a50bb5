package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The argument of section 2.3: two stacks that may see the same field, what they cost, and how
 * often they rectify.
 *
 * @param channels of every layer's input and output, at least 1
 */
public record StackComparison(ConvolutionStack first, ConvolutionStack second, int channels) {
  public StackComparison {
    checkArgument(channels > 0, "a stack has at least 1 channel, not %s", channels);
  }

  /** Weights of the second stack beyond those of the first, in percent of the first: 81.48. */
  public double extraWeightsPercent() {
    return 100.0 * second.weights(channels) / first.weights(channels) - 100;
  }

  /** Whether both see squares of the same side. */
  public boolean seesTheSame() {
    return first.receptiveField() == second.receptiveField();
  }
}
