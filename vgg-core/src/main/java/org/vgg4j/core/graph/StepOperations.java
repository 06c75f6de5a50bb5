package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;

/**
 * The operations of one training step: forward pass, loss, gradients, and the update of all
 * parameters in one run; or, for a mini-batch in pieces, one accumulation a piece and one update.
 */
final class StepOperations {
  private final Ops tf;
  private final MiniBatchInputs inputs;
  private final LossOperations loss;
  private final ImmutableList<Parameter> trained;
  private final ImmutableList<Output<TFloat32>> gradients;
  private final Variables variables;
  private final SgdOperations sgd;
  private final TrainingOperations layers;
  private final NoOp whole;
  private final NetworkGraph forward;
  private @Nullable Accumulation accumulation;
  private @Nullable ScaleOperations scales;
  private @Nullable Operand<TFloat32> decayLoss;

  StepOperations(TrainingDefinition definition, GraphSession session, Variables variables) {
    this.tf = session.ops();
    this.variables = variables;
    this.inputs = MiniBatchInputs.placeholders(tf, definition.crop());
    NetworkSpec network = definition.network();
    this.layers =
        new TrainingOperations(
            tf, variables, definition, new DropoutMasks(tf, definition.dropout(), inputs));
    this.forward = new NetworkGraph(tf, layers);
    Operand<TFloat32> scores =
        forward.scores(
            inputs.pixels(),
            inputs.shiftsOfPixels(tf),
            definition.preprocessing(),
            network.placedAt(definition.crop()));
    this.loss = LossOperations.of(tf, scores, network.classes(), inputs);
    this.trained = ImmutableList.copyOf(definition.trained());
    this.gradients = gradients(session);
    this.sgd = new SgdOperations(tf, definition.sgd(), variables, inputs.rate());
    this.whole = update(gradients, true);
  }

  MiniBatchInputs inputs() {
    return inputs;
  }

  LossOperations loss() {
    return loss;
  }

  /** The gradient of the loss by each trained parameter, without weight decay. */
  ImmutableList<Output<TFloat32>> gradients() {
    return gradients;
  }

  /** Computes the gradients of a whole mini-batch and updates. */
  NoOp whole() {
    return whole;
  }

  /** The operations for a mini-batch in pieces, which cost a copy of the parameters. */
  Accumulation accumulation() {
    if (accumulation == null) {
      accumulation = accumulate();
    }
    return accumulation;
  }

  /** The operations that tell how large the numbers of each layer are. */
  ScaleOperations scales() {
    if (scales == null) {
      scales = new ScaleOperations(tf, variables, forward.outputs(), gradientsByParameter());
    }
    return scales;
  }

  /** What weight decay adds to the loss: the gradient of this is what it adds to gradients. */
  Operand<TFloat32> decayLoss() {
    if (decayLoss == null) {
      decayLoss = sgd.decayLoss(trained);
    }
    return decayLoss;
  }

  private ImmutableMap<Parameter, Output<TFloat32>> gradientsByParameter() {
    ImmutableMap.Builder<Parameter, Output<TFloat32>> map = ImmutableMap.builder();
    for (int i = 0; i < trained.size(); i++) {
      map.put(trained.get(i), gradients.get(i));
    }
    return map.buildOrThrow();
  }

  @SuppressWarnings("unchecked") // a gradient has the type of its parameter
  private ImmutableList<Output<TFloat32>> gradients(GraphSession session) {
    Output<?>[] by =
        trained.stream()
            .map(parameter -> variables.named(parameter.name()))
            .toArray(Output<?>[]::new);
    return Arrays.stream(session.graph().addGradients(loss.share().asOutput(), by))
        .map(gradient -> (Output<TFloat32>) gradient)
        .collect(ImmutableList.toImmutableList());
  }

  private NoOp update(List<Output<TFloat32>> complete, boolean withRunningStatistics) {
    List<Operand<TFloat32>> decayed = sgd.withWeightDecay(trained, complete);
    Ops afterBarrier = tf.withControlDependencies(ImmutableList.<Op>copyOf(decayed));
    List<Op> updates = new ArrayList<>(sgd.updates(afterBarrier, trained, decayed));
    if (withRunningStatistics) {
      updates.addAll(layers.updatesOfRunningStatistics(afterBarrier));
    }
    return tf.withControlDependencies(updates).noOp();
  }

  private Accumulation accumulate() {
    List<Output<TFloat32>> sums = new ArrayList<>();
    List<Op> starts = new ArrayList<>();
    List<Op> additions = new ArrayList<>();
    for (int i = 0; i < trained.size(); i++) {
      Parameter parameter = trained.get(i);
      Output<TFloat32> sum = variables.add(parameter.name() + "/gradient", parameter);
      sums.add(sum);
      starts.add(tf.assign(sum, gradients.get(i)));
      additions.add(tf.assignAdd(sum, gradients.get(i)));
    }
    List<Op> running = layers.updatesOfRunningStatistics(tf);
    starts.addAll(running);
    additions.addAll(running);
    return new Accumulation(
        tf.withControlDependencies(starts).noOp(),
        tf.withControlDependencies(additions).noOp(),
        update(sums, false));
  }

  /**
   * A mini-batch in pieces.
   *
   * @param start computes the first piece's gradients and keeps them
   * @param add computes another piece's gradients and adds them
   * @param apply updates by the sum
   */
  record Accumulation(NoOp start, NoOp add, NoOp apply) {}
}
