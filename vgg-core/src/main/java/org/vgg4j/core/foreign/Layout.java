package org.vgg4j.core.foreign;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.Parameter;

/**
 * The orders of axes in which a program stores its tensors; written {@code oihw,oi,chw}.
 *
 * @param kernels of convolutions
 * @param matrices of fully-connected layers
 * @param flattening of the feature map that the first fully-connected layer sees
 */
public record Layout(Kernels kernels, Matrices matrices, Flattening flattening) {

  /** Axes of a convolution's kernel: output and input channels, height and width. */
  public enum Kernels {
    OIHW,
    HWIO
  }

  /** Axes of a matrix: outputs and inputs. */
  public enum Matrices {
    OI,
    IO
  }

  /** Axes of a feature map that became a vector: channels, height and width. */
  public enum Flattening {
    CHW,
    HWC
  }

  /**
   * Reads the orders of kernels, matrices and flattening, such as {@code hwio,io,hwc}.
   *
   * @throws Problem if the text says something else
   */
  public static Layout parse(String text) {
    List<String> words = Splitter.on(',').trimResults().splitToList(text);
    try {
      return new Layout(
          one(Kernels.values(), words, 0),
          one(Matrices.values(), words, 1),
          one(Flattening.values(), words, 2));
    } catch (IllegalArgumentException e) {
      throw Problem.configuration(
              "--layout " + text,
              "is neither a program nor three orders of axes",
              "give one of "
                  + String.join(", ", Convention.names())
                  + ", or the orders of kernels (oihw or hwio), matrices (oi or io) and flattened"
                  + " feature maps (chw or hwc), such as oihw,oi,chw")
          .causedBy(e);
    }
  }

  private static <T extends Enum<T>> T one(T[] orders, List<String> words, int place) {
    return Arrays.stream(orders)
        .filter(
            order -> words.size() == 3 && order.name().equals(Ascii.toUpperCase(words.get(place))))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no order at place " + place));
  }

  /** The shape that a kernel of ours has in this layout. */
  List<Integer> kernelShape(Parameter weights) {
    List<Integer> ours = weights.shape();
    return kernels == Kernels.HWIO
        ? ours
        : ImmutableList.of(ours.get(3), ours.get(2), ours.get(0), ours.get(1));
  }

  /** The shape that a fully-connected layer's weights have as a matrix. */
  List<Integer> matrixShape(Parameter weights) {
    int outputs = weights.shape().get(3);
    return matrices == Matrices.OI
        ? ImmutableList.of(outputs, weights.fanIn())
        : ImmutableList.of(weights.fanIn(), outputs);
  }

  /** The shape as a matrix's, where it is one; old Caffe files fill it up to four axes. */
  Optional<List<Integer>> matrix(List<Integer> shape) {
    boolean filled =
        kernels == Kernels.OIHW && shape.size() == 4 && shape.get(0) == 1 && shape.get(1) == 1;
    return shape.size() == 2 || filled
        ? Optional.of(shape.subList(shape.size() - 2, shape.size()))
        : Optional.empty();
  }

  /** How a tensor of one of the two shapes is read; empty where it has neither. */
  Optional<Strides> strides(Parameter weights, List<Integer> shape, boolean fullyConnected) {
    if (shape.equals(kernelShape(weights))) {
      return Optional.of(
          kernels == Kernels.HWIO
              ? strides(weights, Matrices.IO, Flattening.HWC)
              : strides(weights, Matrices.OI, Flattening.CHW));
    }
    return fullyConnected && matrix(shape).equals(Optional.of(matrixShape(weights)))
        ? Optional.of(strides(weights, matrices, flattening))
        : Optional.empty();
  }

  private static Strides strides(Parameter weights, Matrices matrices, Flattening flattening) {
    int width = weights.shape().get(1);
    int inputs = weights.shape().get(2);
    int between = matrices == Matrices.OI ? 1 : weights.shape().get(3);
    int output = matrices == Matrices.OI ? weights.fanIn() : 1;
    int area = weights.shape().get(0) * width;
    return flattening == Flattening.CHW
        ? new Strides(width * between, between, area * between, output)
        : new Strides(width * inputs * between, inputs * between, between, output);
  }

  @Override
  public String toString() {
    return Ascii.toLowerCase(kernels + "," + matrices + "," + flattening);
  }
}
