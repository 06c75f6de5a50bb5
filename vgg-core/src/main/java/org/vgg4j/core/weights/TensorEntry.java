package org.vgg4j.core.weights;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One tensor's line in a header.
 *
 * @param name unique in the file
 * @param shape sizes along each axis; none for a scalar
 * @param begin first byte after the header
 * @param end byte after the last
 */
record TensorEntry(String name, ElementType type, List<Integer> shape, long begin, long end) {
  TensorEntry {
    shape = ImmutableList.copyOf(shape);
  }

  long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
