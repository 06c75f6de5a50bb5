package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * Layers as they are at test time: fully-connected layers slide over the feature map, so that
 * images of any size give a map of class scores (section 3.2); no dropout; running statistics.
 */
final class InferenceOperations implements LayerOperations {
  private final Ops tf;
  private final SharedOperations shared;
  private final Variables variables;

  InferenceOperations(Ops tf, Variables variables) {
    this.tf = tf;
    this.shared = new SharedOperations(tf, Precision.FLOAT32);
    this.variables = variables;
  }

  @Override
  public LayerSpec.Visitor<Operand<TFloat32>> of(PlacedLayer placed, Operand<TFloat32> input) {
    return new Layer(placed, input);
  }

  private final class Layer extends LayerVisitor {
    Layer(PlacedLayer placed, Operand<TFloat32> input) {
      super(placed, input, shared, variables);
    }

    /**
     * The convolution without padding whose kernel is the feature map at the crop size, as a matrix
     * product over all positions: the op {@code Conv2D} would rearrange the 400 MiB of fc6's
     * weights at every call.
     */
    @Override
    public Operand<TFloat32> visit(FullyConnected layer) {
      int inputs = Math.toIntExact(placed.input().elements());
      Operand<TFloat32> windows = windows();
      Operand<TFloat32> product =
          shared.fullyConnected(
              tf.reshape(windows, tf.constant(new int[] {-1, inputs})),
              tf.reshape(variable("weights"), tf.constant(new int[] {inputs, layer.units()})),
              variable("biases"));
      Operand<TInt32> positions =
          tf.slice(tf.shape(windows), tf.constant(new int[] {0}), tf.constant(new int[] {3}));
      return tf.reshape(
          product,
          tf.concat(List.of(positions, tf.constant(new int[] {layer.units()})), tf.constant(0)));
    }

    /** What each position of the output sees: float32 (N, h, w, kernel height * width * C). */
    private Operand<TFloat32> windows() {
      long height = placed.input().height();
      long width = placed.input().width();
      List<Long> one = ImmutableList.of(1L, 1L, 1L, 1L);
      return height == 1 && width == 1
          ? input
          : tf.image.extractImagePatches(
              input, ImmutableList.of(1L, height, width, 1L), one, one, "VALID");
    }

    @Override
    public Operand<TFloat32> visit(BatchNormalization layer) {
      return byRunningStatistics(layer);
    }

    @Override
    public Operand<TFloat32> visit(Dropout layer) {
      return input;
    }
  }
}
