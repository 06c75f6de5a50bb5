package org.vgg4j.core.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.FeatureShape;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.TrainedLayers;

/**
 * Layers as they are in training, at one crop size: fully-connected layers are the equal matrix
 * products, dropout is on, batch normalisation uses the batch and moves its running statistics, but
 * for layers that don't train, whose batch normalisation is that of test time.
 */
final class TrainingOperations implements LayerOperations {
  /** The weight of the old value in batch normalisation's running statistics, as in torchvision. */
  private static final float RUNNING_WEIGHT = 0.9f;

  private final Ops tf;
  private final SharedOperations shared;
  private final Variables variables;
  private final DropoutMasks masks;
  private final TrainedLayers trains;
  private final List<RunningUpdate> runningUpdates = new ArrayList<>();

  TrainingOperations(
      Ops tf, Variables variables, TrainingDefinition definition, DropoutMasks masks) {
    this.tf = tf;
    this.shared = new SharedOperations(tf, definition.precision());
    this.variables = variables;
    this.masks = masks;
    this.trains = definition.trains();
  }

  @Override
  public LayerSpec.Visitor<Operand<TFloat32>> of(PlacedLayer placed, Operand<TFloat32> input) {
    return new Layer(placed, input);
  }

  /** Moves every running statistic towards this batch's, once the given operations are done. */
  List<Op> updatesOfRunningStatistics(Ops afterGradients) {
    List<Op> updates = new ArrayList<>();
    for (RunningUpdate update : runningUpdates) {
      Operand<TFloat32> step =
          tf.math.mul(tf.math.sub(update.running, update.ofBatch), tf.constant(1 - RUNNING_WEIGHT));
      updates.add(afterGradients.assignSub(update.running, step));
    }
    return updates;
  }

  private record RunningUpdate(Output<TFloat32> running, Operand<TFloat32> ofBatch) {}

  private final class Layer extends LayerVisitor {
    Layer(PlacedLayer placed, Operand<TFloat32> input) {
      super(placed, input, shared, variables);
    }

    @Override
    public Operand<TFloat32> visit(FullyConnected layer) {
      FeatureShape in = placed.input();
      int inputs = Math.toIntExact(in.elements());
      Operand<TFloat32> product =
          shared.fullyConnected(
              tf.reshape(input, tf.constant(new int[] {-1, inputs})),
              tf.reshape(variable("weights"), tf.constant(new int[] {inputs, layer.units()})),
              variable("biases"));
      return tf.reshape(product, tf.constant(new int[] {-1, 1, 1, layer.units()}));
    }

    @Override
    public Operand<TFloat32> visit(BatchNormalization layer) {
      return trains.includes(placed.name()) ? byBatch(layer) : byRunningStatistics(layer);
    }

    private Operand<TFloat32> byBatch(BatchNormalization layer) {
      Operand<TFloat32> none = tf.constant(new float[0]);
      FusedBatchNorm<TFloat32, TFloat32> normalized =
          tf.nn.fusedBatchNorm(
              input,
              variable("scale"),
              variable("shift"),
              none,
              none,
              FusedBatchNorm.isTraining(true),
              FusedBatchNorm.epsilon((float) layer.epsilon()));
      runningUpdates.add(new RunningUpdate(variable("mean"), normalized.batchMean()));
      runningUpdates.add(new RunningUpdate(variable("variance"), normalized.batchVariance()));
      return normalized.y();
    }

    @Override
    public Operand<TFloat32> visit(Dropout layer) {
      return tf.math.mul(input, masks.of(placed, layer));
    }
  }
}
