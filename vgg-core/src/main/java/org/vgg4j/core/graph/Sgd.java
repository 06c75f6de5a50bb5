package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

/**
 * Stochastic gradient descent with momentum and L2 weight decay (section 3.1). With gradient g of
 * the mean loss over the mini-batch plus {@code weightDecay * w}, and learning rate r:
 *
 * <pre>
 * CAFFE: v = momentum v + r g;  w = w - v
 * TORCH: v = momentum v +   g;  w = w - r v
 * </pre>
 *
 * <p>The two part only when the rate changes.
 *
 * @param momentum in [0, 1); the paper's is 0.9
 * @param style whose momentum: the authors' software was a fork of Caffe
 * @param weightDecay at least 0, multiplies half the squared norm; the paper's is 5e-4
 * @param decays which parameters decay; the paper does not say, Caffe's networks spare biases
 */
public record Sgd(double momentum, Style style, double weightDecay, Decays decays) {

  /** The two ways in which momentum and learning rate meet. */
  public enum Style {
    CAFFE,
    TORCH
  }

  /** Which parameters weight decay pulls towards zero. */
  public enum Decays {
    /** Convolution and fully-connected weights. */
    WEIGHTS,
    /** Every trained parameter, biases included. */
    ALL
  }

  public Sgd {
    checkArgument(momentum >= 0 && momentum < 1, "momentum is in [0, 1), not %s", momentum);
    checkArgument(weightDecay >= 0, "weight decay is at least 0, not %s", weightDecay);
    requireNonNull(style, "style is null");
    requireNonNull(decays, "decays is null");
  }

  /** The paper's: momentum 0.9, weight decay 5e-4, on weights, as Caffe does it. */
  public static Sgd paper() {
    return new Sgd(0.9, Style.CAFFE, 5e-4, Decays.WEIGHTS);
  }

  boolean decays(Parameter parameter) {
    return weightDecay > 0 && (decays == Decays.ALL || parameter.role() == Role.WEIGHTS);
  }
}
