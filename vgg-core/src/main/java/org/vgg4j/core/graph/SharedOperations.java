package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.Padding;
import org.vgg4j.core.spec.Rounding;

/** How single layers become operations; all tensors are (N, H, W, C). */
final class SharedOperations {
  private final Ops tf;
  private final Precision precision;

  SharedOperations(Ops tf, Precision precision) {
    this.tf = tf;
    this.precision = precision;
  }

  Operand<TFloat32> convolution(
      Convolution layer,
      Operand<TFloat32> input,
      Operand<TFloat32> weights,
      Operand<TFloat32> biases) {
    return tf.nn.biasAdd(precision.apply(tf, new Sliding(layer), input, weights), biases);
  }

  /** The product of a fully-connected layer with what it sees: float32 (N, units). */
  Operand<TFloat32> fullyConnected(
      Operand<TFloat32> input, Operand<TFloat32> weights, Operand<TFloat32> biases) {
    return tf.nn.biasAdd(precision.apply(tf, new Matrix(), input, weights), biases);
  }

  private final class Sliding implements Precision.Product {
    private final Convolution layer;

    Sliding(Convolution layer) {
      this.layer = layer;
    }

    @Override
    public <T extends TNumber> Operand<T> of(Operand<T> images, Operand<T> kernels) {
      String padding = layer.padding() == Padding.SAME ? "SAME" : "VALID";
      long stride = layer.stride();
      return tf.nn.conv2d(images, kernels, ImmutableList.of(1L, stride, stride, 1L), padding);
    }
  }

  private final class Matrix implements Precision.Product {
    @Override
    public <T extends TNumber> Operand<T> of(Operand<T> rows, Operand<T> columns) {
      return tf.linalg.matMul(rows, columns);
    }
  }

  /**
   * Batch normalisation by statistics that are given.
   *
   * @param parameters scale, shift, mean and variance
   */
  Operand<TFloat32> batchNormalization(
      BatchNormalization layer, Operand<TFloat32> input, List<Output<TFloat32>> parameters) {
    return tf.nn
        .fusedBatchNorm(
            input,
            parameters.get(0),
            parameters.get(1),
            parameters.get(2),
            parameters.get(3),
            FusedBatchNorm.isTraining(false),
            FusedBatchNorm.epsilon((float) layer.epsilon()))
        .y();
  }

  /**
   * The op {@code MaxPool}, whose backward pass is five times faster on a processor than that of
   * {@code MaxPoolV2}, which the generated classes build.
   */
  Operand<TFloat32> maxPooling(MaxPooling layer, Operand<TFloat32> input) {
    boolean tiles = layer.window() == layer.stride() && layer.window() <= 2;
    boolean up = layer.rounding() == Rounding.CEIL;
    Operand<TFloat32> padded = up && !tiles ? withRoomForLastWindow(layer, input) : input;
    Graph graph = (Graph) tf.scope().env();
    String name = tf.scope().makeOpName("MaxPool");
    return graph
        .opBuilder("MaxPool", name, tf.scope())
        .addInput(padded.asOutput())
        .setAttr("ksize", new long[] {1, layer.window(), layer.window(), 1})
        .setAttr("strides", new long[] {1, layer.stride(), layer.stride(), 1})
        .setAttr("padding", up && tiles ? "SAME" : "VALID")
        .build()
        .output(0);
  }

  /**
   * SAME would shift all but 2 x 2 windows, so rows and columns of the lowest value are added below
   * and to the right: {@code (stride - (size - window) mod stride) mod stride} of them.
   */
  private Operand<TFloat32> withRoomForLastWindow(MaxPooling layer, Operand<TFloat32> input) {
    Operand<TInt32> size =
        tf.slice(tf.shape(input), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
    Operand<TInt32> stride = tf.constant(layer.stride());
    Operand<TInt32> beyond =
        tf.math.floorMod(tf.math.sub(tf.constant(layer.window()), size), stride);
    Operand<TInt32> none = tf.zerosLike(beyond);
    Operand<TInt32> inside = tf.stack(List.of(none, beyond), Stack.axis(1L));
    Operand<TInt32> outer = tf.constant(new int[][] {{0, 0}});
    Operand<TInt32> paddings = tf.concat(List.of(outer, inside, outer), tf.constant(0));
    return tf.pad(input, paddings, tf.constant(-Float.MAX_VALUE));
  }

  /**
   * Local response normalisation from operations that differentiate rightly: the gradient of the op
   * {@code LRN} ignores its attributes. The sum over adjacent channels is a product with a band
   * matrix.
   */
  Operand<TFloat32> localResponse(
      LocalResponseNormalization layer, Operand<TFloat32> input, int channels) {
    Operand<TFloat32> flat = tf.reshape(input, tf.constant(new int[] {-1, channels}));
    Operand<TFloat32> sums =
        tf.linalg.matMul(tf.math.square(flat), tf.constant(band(layer.size(), channels)));
    Operand<TFloat32> base =
        tf.math.add(
            tf.math.mul(sums, tf.constant((float) layer.alpha())), tf.constant((float) layer.k()));
    Operand<TFloat32> divisor =
        tf.math.exp(tf.math.mul(tf.math.log(base), tf.constant((float) -layer.beta())));
    return tf.reshape(tf.math.mul(flat, divisor), tf.shape(input));
  }

  private static float[][] band(int size, int channels) {
    float[][] band = new float[channels][channels];
    for (int i = 0; i < channels; i++) {
      for (int j = Math.max(0, i - size / 2); j <= Math.min(channels - 1, i + size / 2); j++) {
        band[i][j] = 1;
      }
    }
    return band;
  }
}
