package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One named array of a network. Names are the official layer names plus the role, such as {@code
 * conv3_2/weights} or {@code fc8/biases}.
 *
 * @param layer the owning layer's official name, such as {@code conv3_2}
 * @param shape kernel height, kernel width, input channels, output channels for weights (a
 *     fully-connected layer is the convolution whose kernel is the whole feature map); channels for
 *     all else
 */
public record Parameter(String layer, Role role, List<Integer> shape) {

  /** What a parameter does in its layer. */
  public enum Role {
    WEIGHTS("weights", true),
    BIASES("biases", true),
    /** Batch normalisation's learnt factor. */
    SCALE("scale", true),
    /** Batch normalisation's learnt offset. */
    SHIFT("shift", true),
    /** Batch normalisation's running mean: kept, not trained. */
    MEAN("mean", false),
    /** Batch normalisation's running variance: kept, not trained. */
    VARIANCE("variance", false);

    private final String word;
    private final boolean trained;

    Role(String word, boolean trained) {
      this.word = word;
      this.trained = trained;
    }

    /** Whether gradient descent changes it. */
    public boolean isTrained() {
      return trained;
    }
  }

  public Parameter {
    shape = ImmutableList.copyOf(shape);
  }

  /** The name in graphs and files: layer, slash, role. */
  public String name() {
    return layer + "/" + role.word;
  }

  /** Number of values. */
  public long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Number of inputs that one output sums, for weights: kernel area times input channels. */
  public int fanIn() {
    return shape.get(0) * shape.get(1) * shape.get(2);
  }

  /** Kernel area times output channels, for weights. */
  public int fanOut() {
    return shape.get(0) * shape.get(1) * shape.get(3);
  }
}
