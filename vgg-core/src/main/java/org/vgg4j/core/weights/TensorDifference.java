package org.vgg4j.core.weights;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How one tensor differs between two files.
 *
 * @param name the tensor
 * @param index where the first element lies that differs, along each axis; empty for a scalar
 * @param first that element in the first file
 * @param second that element in the second file
 * @param differing how many elements differ
 * @param largest the largest absolute difference; NaN if one of a pair is NaN
 * @param sum of the absolute differences
 */
public record TensorDifference(
    String name,
    List<Integer> index,
    double first,
    double second,
    long differing,
    double largest,
    double sum) {
  public TensorDifference {
    index = ImmutableList.copyOf(index);
  }

  /** Adds up the difference of one tensor, chunk by chunk. */
  static final class Sum {
    private final String name;
    private final ElementType type;
    private final List<Integer> shape;
    private List<Integer> index = List.of();
    private double first;
    private double second;
    private long differing;
    private double largest;
    private double sum;

    Sum(String name, ElementType type, List<Integer> shape) {
      this.name = name;
      this.type = type;
      this.shape = shape;
    }

    /**
     * Compares the next chunk.
     *
     * @param offset number of elements before the chunk
     */
    void add(long offset, ByteBuffer one, ByteBuffer other) {
      if (one.equals(other)) {
        return;
      }
      for (int at = 0; at < one.limit(); at += type.bytes()) {
        if (!Elements.sameBits(type, one, other, at)) {
          double value = Elements.at(type, one, at);
          addElement(offset + at / type.bytes(), value, Elements.at(type, other, at));
        }
      }
    }

    private void addElement(long position, double one, double other) {
      if (differing++ == 0) {
        index = indexOf(position);
        first = one;
        second = other;
      }
      double difference = one == other ? 0 : Math.abs(one - other); // infinities may be equal
      largest = Math.max(largest, difference);
      sum += difference;
    }

    private List<Integer> indexOf(long position) {
      Deque<Integer> along = new ArrayDeque<>();
      long rest = position;
      for (int axis = shape.size() - 1; axis >= 0; axis--) {
        along.addFirst((int) (rest % shape.get(axis)));
        rest /= shape.get(axis);
      }
      return List.copyOf(along);
    }

    boolean isZero() {
      return differing == 0;
    }

    TensorDifference total() {
      return new TensorDifference(name, index, first, second, differing, largest, sum);
    }
  }
}
