package org.vgg4j.core.graph;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

/** Computes {@link LayerScale}s: only built for those who ask. */
final class ScaleOperations {
  private final Ops tf;
  private final ImmutableList<Layer> layers;

  /**
   * Adds the operations.
   *
   * @param outputs of the layers, by name
   * @param gradients of the trained parameters
   */
  ScaleOperations(
      Ops tf,
      Variables variables,
      Map<String, Operand<TFloat32>> outputs,
      Map<Parameter, Output<TFloat32>> gradients) {
    this.tf = tf;
    ImmutableList.Builder<Layer> found = ImmutableList.builder();
    gradients.forEach(
        (parameter, gradient) -> {
          Operand<TFloat32> output = outputs.get(parameter.layer());
          if (parameter.role() == Role.WEIGHTS && output != null) {
            found.add(
                new Layer(
                    parameter.layer(),
                    scaleOf(output),
                    scaleOf(variables.named(parameter.name())),
                    scaleOf(gradient)));
          }
        });
    layers = found.build();
  }

  private record Layer(
      String name,
      Operand<TFloat32> activations,
      Operand<TFloat32> weights,
      Operand<TFloat32> gradient) {}

  private Operand<TFloat32> scaleOf(Operand<TFloat32> values) {
    Operand<TFloat32> flat = tf.reshape(values, tf.constant(new int[] {-1}));
    return tf.math.sqrt(tf.math.mean(tf.math.square(flat), tf.constant(0)));
  }

  /** The scales of every weight layer, first layer first. */
  ImmutableList<LayerScale> run(Call call) {
    layers.forEach(
        layer -> call.fetch(layer.activations()).fetch(layer.weights()).fetch(layer.gradient()));
    Fetched fetched = call.run();
    return layers.stream()
        .map(
            layer ->
                new LayerScale(
                    layer.name(),
                    fetched.scalar(layer.activations()),
                    fetched.scalar(layer.weights()),
                    fetched.scalar(layer.gradient())))
        .collect(ImmutableList.toImmutableList());
  }
}
