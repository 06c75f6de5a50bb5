package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A tensor as another program's file has it.
 *
 * @param name unique in the file
 * @param shape sizes along each axis, in the file's own order of axes; none for a scalar
 */
public record ForeignTensor(String name, List<Integer> shape) {
  public ForeignTensor {
    shape = ImmutableList.copyOf(shape);
  }

  /** Number of values. */
  public long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
