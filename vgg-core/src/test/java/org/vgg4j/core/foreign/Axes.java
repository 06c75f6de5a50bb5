package org.vgg4j.core.foreign;

import java.util.List;

/** Turns row-major values so that their axes come in another order. */
final class Axes {
  private Axes() {}

  /**
   * Reorders axes.
   *
   * @param order for each axis of the result, which axis of {@code values} it is
   */
  static float[] turned(float[] values, List<Integer> shape, int... order) {
    float[] turned = new float[values.length];
    for (int to = 0; to < turned.length; to++) {
      turned[to] = values[source(to, shape, order)];
    }
    return turned;
  }

  private static int source(int to, List<Integer> shape, int[] order) {
    int rest = to;
    int from = 0;
    for (int axis = order.length - 1; axis >= 0; axis--) {
      int size = shape.get(order[axis]);
      from += rest % size * stride(shape, order[axis]);
      rest /= size;
    }
    return from;
  }

  private static int stride(List<Integer> shape, int axis) {
    return shape.subList(axis + 1, shape.size()).stream().reduce(1, Math::multiplyExact);
  }
}
