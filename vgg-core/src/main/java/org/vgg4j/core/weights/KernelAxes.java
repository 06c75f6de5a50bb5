package org.vgg4j.core.weights;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * Weights in other orders than ours, which is kernel height, kernel width, inputs, outputs. Every
 * method takes that shape and the values in that order, row-major, and gives new values.
 */
public final class KernelAxes {
  private KernelAxes() {}

  /**
   * Outputs, inputs, height, width: the order of PyTorch and Caffe. The rows of a fully-connected
   * layer then see the feature map channel by channel.
   */
  public static float[] outputsFirst(List<Integer> shape, float[] values) {
    int positions = shape.get(0) * shape.get(1);
    int inputs = shape.get(2);
    return moved(
        shape,
        values,
        (position, input, output) -> (output * inputs + input) * positions + position);
  }

  /** The same order with the input channels from last to first: RGB becomes BGR. */
  public static float[] inputsReversed(List<Integer> shape, float[] values) {
    int inputs = shape.get(2);
    int outputs = shape.get(3);
    return moved(
        shape,
        values,
        (position, input, output) -> (position * inputs + inputs - 1 - input) * outputs + output);
  }

  /** The same order with every kernel turned by 180 degrees: correlation becomes convolution. */
  public static float[] rotated(List<Integer> shape, float[] values) {
    int positions = shape.get(0) * shape.get(1);
    int inputs = shape.get(2);
    int outputs = shape.get(3);
    return moved(
        shape,
        values,
        (position, input, output) ->
            ((positions - 1 - position) * inputs + input) * outputs + output);
  }

  /**
   * What becomes of rows that are in the order height, width, channel if they are taken to be in
   * the order channel, height, width.
   */
  public static float[] takenChannelsFirst(List<Integer> shape, float[] values) {
    int positions = shape.get(0) * shape.get(1);
    int inputs = shape.get(2);
    int outputs = shape.get(3);
    return moved(
        shape,
        values,
        (position, input, output) -> {
          int row = position * inputs + input;
          return (row % positions * inputs + row / positions) * outputs + output;
        });
  }

  /** The reverse of {@link #takenChannelsFirst}. */
  public static float[] takenChannelsLast(List<Integer> shape, float[] values) {
    int positions = shape.get(0) * shape.get(1);
    int outputs = shape.get(3);
    return moved(
        shape,
        values,
        (position, input, output) -> (input * positions + position) * outputs + output);
  }

  /** Where a value goes. */
  private interface Place {
    int of(int position, int input, int output);
  }

  private static float[] moved(List<Integer> shape, float[] values, Place place) {
    checkArgument(shape.size() == 4, "weights have 4 axes, not %s", shape);
    float[] moved = new float[values.length];
    int next = 0;
    for (int position = 0; position < shape.get(0) * shape.get(1); position++) {
      for (int input = 0; input < shape.get(2); input++) {
        for (int output = 0; output < shape.get(3); output++) {
          moved[place.of(position, input, output)] = values[next++];
        }
      }
    }
    return moved;
  }
}
