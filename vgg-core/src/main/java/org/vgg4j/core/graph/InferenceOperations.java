package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * Layers as they are at test time: fully-connected layers are convolutions without padding, so that
 * images of any size give a map of class scores (section 3.2); no dropout; running statistics.
 */
final class InferenceOperations implements LayerOperations {
  private final Ops tf;
  private final SharedOperations shared;
  private final Variables variables;

  InferenceOperations(Ops tf, Variables variables) {
    this.tf = tf;
    this.shared = new SharedOperations(tf);
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

    @Override
    public Operand<TFloat32> visit(FullyConnected layer) {
      return tf.nn.biasAdd(
          tf.nn.conv2d(input, variable("weights"), ImmutableList.of(1L, 1L, 1L, 1L), "VALID"),
          variable("biases"));
    }

    @Override
    public Operand<TFloat32> visit(BatchNormalization layer) {
      return tf.nn
          .fusedBatchNorm(
              input,
              variable("scale"),
              variable("shift"),
              variable("mean"),
              variable("variance"),
              FusedBatchNorm.isTraining(false),
              FusedBatchNorm.epsilon((float) layer.epsilon()))
          .y();
    }

    @Override
    public Operand<TFloat32> visit(Dropout layer) {
      return input;
    }
  }
}
