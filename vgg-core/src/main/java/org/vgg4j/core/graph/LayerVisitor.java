package org.vgg4j.core.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.PlacedLayer;

/** Adds one layer on top of its input; what is the same in training and inference is here. */
abstract class LayerVisitor implements LayerSpec.Visitor<Operand<TFloat32>> {
  final PlacedLayer placed;
  final Operand<TFloat32> input;
  private final SharedOperations shared;
  private final Variables variables;

  LayerVisitor(
      PlacedLayer placed, Operand<TFloat32> input, SharedOperations shared, Variables variables) {
    this.placed = placed;
    this.input = input;
    this.shared = shared;
    this.variables = variables;
  }

  @Override
  public final Operand<TFloat32> visit(Convolution layer) {
    return shared.convolution(layer, input, variable("weights"), variable("biases"));
  }

  @Override
  public final Operand<TFloat32> visit(LocalResponseNormalization layer) {
    return shared.localResponse(layer, input, placed.input().channels());
  }

  @Override
  public final Operand<TFloat32> visit(MaxPooling layer) {
    return shared.maxPooling(layer, input);
  }

  /** Batch normalisation as it is at test time. */
  final Operand<TFloat32> byRunningStatistics(BatchNormalization layer) {
    return shared.batchNormalization(
        layer,
        input,
        List.of(variable("scale"), variable("shift"), variable("mean"), variable("variance")));
  }

  /** The layer's variable of that role, such as {@code weights}. */
  final Output<TFloat32> variable(String role) {
    return variables.named(placed.name() + "/" + role);
  }
}
