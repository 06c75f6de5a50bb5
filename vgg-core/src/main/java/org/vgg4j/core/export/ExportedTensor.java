package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A tensor in the names and the order of axes of another program.
 *
 * @param values float32, row-major; asked for when the tensor is written
 */
record ExportedTensor(String name, List<Integer> shape, Supplier<float[]> values) {
  ExportedTensor {
    shape = ImmutableList.copyOf(shape);
  }
}
