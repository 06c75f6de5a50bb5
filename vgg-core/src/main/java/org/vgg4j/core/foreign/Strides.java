package org.vgg4j.core.foreign;

import java.util.List;
import org.vgg4j.core.spec.Parameter;

/**
 * How far apart a foreign tensor's values lie along each axis of a kernel.
 *
 * @param height values between neighbours along the kernel's height
 * @param width the same along its width
 * @param input the same along its input channels
 * @param output the same along its output channels
 */
record Strides(int height, int width, int input, int output) {

  /**
   * Brings a kernel into our order of axes: height, width, input, output.
   *
   * @param channels the order of the input channels; RGB leaves them as they are
   */
  float[] reordered(float[] theirs, Parameter weights, ChannelOrder channels) {
    List<Integer> shape = weights.shape();
    int inputs = shape.get(2);
    int outputs = shape.get(3);
    float[] ours = new float[theirs.length];
    int index = 0;
    for (int y = 0; y < shape.get(0); y++) {
      for (int x = 0; x < shape.get(1); x++) {
        for (int i = 0; i < inputs; i++) {
          int start = y * height + x * width + channels.of(i, inputs) * input;
          for (int o = 0; o < outputs; o++) {
            ours[index++] = theirs[start + o * output];
          }
        }
      }
    }
    return ours;
  }
}
