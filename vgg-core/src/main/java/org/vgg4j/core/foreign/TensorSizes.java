package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import java.util.List;

/** Turns sizes as a file gives them into a tensor whose values fit into one array. */
final class TensorSizes {
  /** No network needs as many, and each costs memory. */
  private static final int MOST_AXES = 32;

  private TensorSizes() {}

  /**
   * A tensor of checked sizes.
   *
   * @throws IllegalArgumentException if a size is negative or the values are too many
   */
  static ForeignTensor tensor(String name, List<Long> sizes) {
    checkArgument(sizes.size() <= MOST_AXES, "tensor %s has %s axes", name, sizes.size());
    checkArgument(
        sizes.stream().allMatch(size -> size >= 0 && size <= Integer.MAX_VALUE)
            && sizes.stream().reduce(1L, LongMath::saturatedMultiply) <= Integer.MAX_VALUE,
        "tensor %s has the impossible shape %s",
        name,
        sizes);
    return new ForeignTensor(name, sizes.stream().map(Ints::checkedCast).toList());
  }
}
