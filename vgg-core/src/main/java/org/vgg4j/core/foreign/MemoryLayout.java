package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How the elements of a tensor lie behind each other.
 *
 * @param shape sizes along each axis
 * @param strides how many elements lie from one index of an axis to the next
 */
record MemoryLayout(List<Integer> shape, List<Long> strides) {
  /** As many axes as PyTorch and NumPy allow. */
  private static final int MOST_AXES = 64;

  MemoryLayout {
    shape = ImmutableList.copyOf(shape);
    strides = ImmutableList.copyOf(strides);
    checkArgument(
        shape.size() == strides.size() && shape.size() <= MOST_AXES,
        "a tensor has %s sizes and %s strides",
        shape.size(),
        strides.size());
    checkArgument(shape.stream().allMatch(size -> size >= 0), "a tensor has the shape %s", shape);
    checkArgument(
        strides.stream().allMatch(stride -> stride >= 0), "a tensor has the strides %s", strides);
    checkArgument(elements(shape) <= Integer.MAX_VALUE - 8, "a tensor has the shape %s", shape);
  }

  /** The last index runs fastest. */
  static MemoryLayout rowMajor(List<Integer> shape) {
    return new MemoryLayout(shape, ImmutableList.copyOf(rowMajorStrides(shape)));
  }

  /** The first index runs fastest. */
  static MemoryLayout columnMajor(List<Integer> shape) {
    Long[] strides = rowMajorStrides(ImmutableList.copyOf(shape).reverse());
    return new MemoryLayout(shape, ImmutableList.copyOf(strides).reverse());
  }

  /** Number of elements. */
  int elements() {
    return (int) elements(shape);
  }

  /** Number of places from the first element to the last, both counted. */
  long span() {
    long last = 0;
    for (int axis = 0; axis < shape.size(); axis++) {
      last = Math.addExact(last, Math.multiplyExact(shape.get(axis) - 1L, strides.get(axis)));
    }
    return elements() == 0 ? 0 : last + 1;
  }

  /** Brings the elements of a span into row-major order. */
  float[] arrange(float[] span) {
    if (isRowMajor()) {
      return span;
    }
    float[] arranged = new float[elements()];
    new Arrangement(span, arranged).fill(0, 0);
    return arranged;
  }

  private boolean isRowMajor() {
    Long[] expected = rowMajorStrides(shape);
    for (int axis = 0; axis < expected.length; axis++) {
      if (shape.get(axis) > 1 && !strides.get(axis).equals(expected[axis])) {
        return elements() == 0;
      }
    }
    return true;
  }

  private static long elements(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  private static Long[] rowMajorStrides(List<Integer> shape) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride = Math.multiplyExact(stride, Math.max(1L, shape.get(axis)));
    }
    return strides;
  }

  private final class Arrangement {
    private final float[] from;
    private final float[] to;
    private int next;

    Arrangement(float[] from, float[] to) {
      this.from = from;
      this.to = to;
    }

    /** Copies everything that lies along this and the further axes, in the order of the indices. */
    void fill(int axis, int place) {
      if (axis == shape.size()) {
        to[next++] = from[place];
        return;
      }
      int size = shape.get(axis);
      int stride = size > 1 ? Math.toIntExact(strides.get(axis)) : 0;
      for (int i = 0; i < size; i++) {
        fill(axis + 1, place + i * stride);
      }
    }
  }
}
