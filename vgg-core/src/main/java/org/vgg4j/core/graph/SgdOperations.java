package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.Parameter;

/**
 * The operations of one SGD step. Every gradient is complete before the first update starts: an
 * update writes its variable in place, and without that barrier it overtakes the backward pass that
 * still reads it.
 */
final class SgdOperations {
  private final Ops tf;
  private final Sgd sgd;
  private final Variables variables;
  private final Operand<TFloat32> rate;

  SgdOperations(Ops tf, Sgd sgd, Variables variables, Operand<TFloat32> rate) {
    this.tf = tf;
    this.sgd = sgd;
    this.variables = variables;
    this.rate = rate;
  }

  /** The name of a parameter's momentum among the variables. */
  static String momentumOf(Parameter parameter) {
    return parameter.name() + "/momentum";
  }

  /** Gradients of loss plus weight decay, in the order of the parameters. */
  List<Operand<TFloat32>> withWeightDecay(
      List<Parameter> parameters, List<? extends Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> decayed = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      decayed.add(withWeightDecay(parameters.get(i), gradients.get(i)));
    }
    return decayed;
  }

  private Operand<TFloat32> withWeightDecay(Parameter parameter, Operand<TFloat32> gradient) {
    if (!sgd.decays(parameter)) {
      return gradient;
    }
    Output<TFloat32> weights = variables.named(parameter.name());
    return tf.math.add(gradient, tf.math.mul(weights, tf.constant((float) sgd.weightDecay())));
  }

  /** Half the weight decay times the squares of everything that decays. */
  Operand<TFloat32> decayLoss(List<Parameter> parameters) {
    Operand<TFloat32> sum = tf.constant(0f);
    for (Parameter parameter : parameters) {
      if (sgd.decays(parameter)) {
        sum = tf.math.add(sum, tf.nn.l2Loss(variables.named(parameter.name())));
      }
    }
    return tf.math.mul(sum, tf.constant((float) sgd.weightDecay()));
  }

  /** The updates of all parameters, to be run after {@code barrier} only. */
  List<Op> updates(
      Ops afterBarrier, List<Parameter> parameters, List<Operand<TFloat32>> gradients) {
    ImmutableList.Builder<Op> updates = ImmutableList.builder();
    for (int i = 0; i < parameters.size(); i++) {
      updates.add(update(afterBarrier, parameters.get(i), gradients.get(i)));
    }
    return updates.build();
  }

  /** {@code applyMomentum} is torch style; with the rate inside the gradient it is Caffe style. */
  private Op update(Ops afterBarrier, Parameter parameter, Operand<TFloat32> gradient) {
    boolean caffe = sgd.style() == Sgd.Style.CAFFE;
    return afterBarrier.train.applyMomentum(
        variables.named(parameter.name()),
        variables.named(momentumOf(parameter)),
        caffe ? tf.constant(1f) : rate,
        caffe ? afterBarrier.math.mul(gradient, rate) : gradient,
        tf.constant((float) sgd.momentum()));
  }
}
