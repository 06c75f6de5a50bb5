package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.weights.KernelAxes;

/**
 * The state dictionary that torchvision's VGG has: two sequences of modules, {@code features} and
 * {@code classifier}, in which rectification, pooling and dropout count as modules too. Kernels are
 * (outputs, inputs, height, width), fully-connected weights (outputs, inputs) with the inputs in
 * the order channel, height, width.
 */
final class TorchTensors {
  private final TrainedNetwork network;
  private final ImmutableList.Builder<ExportedTensor> tensors = ImmutableList.builder();
  private String sequence = "features";
  private int module;

  private TorchTensors(TrainedNetwork network) {
    this.network = network;
  }

  static ImmutableList<ExportedTensor> of(TrainedNetwork network) {
    TorchTensors torch = new TorchTensors(network);
    network.layers().forEach(torch::add);
    return torch.tensors.build();
  }

  private void add(PlacedLayer placed) {
    if (placed.layer() instanceof FullyConnected && sequence.equals("features")) {
      sequence = "classifier";
      module = 0;
    }
    for (Parameter parameter : placed.parameters()) {
      tensors.add(tensor(placed, parameter));
    }
    module += placed.rectified() ? 2 : 1;
  }

  private ExportedTensor tensor(PlacedLayer placed, Parameter parameter) {
    String name = sequence + "." + module + "." + role(parameter);
    return switch (parameter.role()) {
      case WEIGHTS ->
          new ExportedTensor(
              name,
              shape(placed, parameter.shape()),
              () -> KernelAxes.outputsFirst(parameter.shape(), network.values(parameter)));
      default -> new ExportedTensor(name, parameter.shape(), () -> network.values(parameter));
    };
  }

  private static List<Integer> shape(PlacedLayer placed, List<Integer> ours) {
    int outputs = ours.get(3);
    return placed.layer() instanceof FullyConnected
        ? List.of(outputs, ours.get(0) * ours.get(1) * ours.get(2))
        : List.of(outputs, ours.get(2), ours.get(0), ours.get(1));
  }

  private static String role(Parameter parameter) {
    return switch (parameter.role()) {
      case WEIGHTS, SCALE -> "weight";
      case BIASES, SHIFT -> "bias";
      case MEAN -> "running_mean";
      case VARIANCE -> "running_var";
    };
  }
}
