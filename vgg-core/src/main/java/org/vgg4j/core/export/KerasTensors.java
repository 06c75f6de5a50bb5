package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * The variables of Keras's VGG16 and VGG19: {@code block1_conv1/kernel} ... {@code fc1/kernel} ...
 * {@code predictions/bias}. Kernels are (height, width, inputs, outputs) as ours are;
 * fully-connected kernels (inputs, outputs) with the inputs in the order height, width, channel.
 * Keras has no VGG with batch normalisation; its layers are called {@code block1_conv1_bn} here.
 */
final class KerasTensors {
  private final TrainedNetwork network;
  private final ImmutableList.Builder<ExportedTensor> tensors = ImmutableList.builder();
  private String layer = "";
  private int fullyConnected;

  private KerasTensors(TrainedNetwork network) {
    this.network = network;
  }

  static ImmutableList<ExportedTensor> of(TrainedNetwork network) {
    KerasTensors keras = new KerasTensors(network);
    network.layers().forEach(keras::add);
    return keras.tensors.build();
  }

  private void add(PlacedLayer placed) {
    if (placed.layer() instanceof FullyConnected) {
      fullyConnected++;
      layer = placed.last() ? "predictions" : "fc" + fullyConnected;
    } else if (placed.layer() instanceof Convolution) {
      layer = placed.name().replaceFirst("^conv(\\d+)_(\\d+)$", "block$1_conv$2");
    }
    for (Parameter parameter : placed.parameters()) {
      tensors.add(
          new ExportedTensor(
              name(parameter), shape(placed, parameter), () -> network.values(parameter)));
    }
  }

  private String name(Parameter parameter) {
    return switch (parameter.role()) {
      case WEIGHTS -> layer + "/kernel";
      case BIASES -> layer + "/bias";
      case SCALE -> layer + "_bn/gamma";
      case SHIFT -> layer + "_bn/beta";
      case MEAN -> layer + "_bn/moving_mean";
      case VARIANCE -> layer + "_bn/moving_variance";
    };
  }

  private static List<Integer> shape(PlacedLayer placed, Parameter parameter) {
    List<Integer> ours = parameter.shape();
    return placed.layer() instanceof FullyConnected && ours.size() == 4
        ? List.of(ours.get(0) * ours.get(1) * ours.get(2), ours.get(3))
        : ours;
  }
}
