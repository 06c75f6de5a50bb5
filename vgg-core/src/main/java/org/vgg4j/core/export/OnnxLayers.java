package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.export.OnnxAttribute.Integral;
import org.vgg4j.core.export.OnnxAttribute.Integrals;
import org.vgg4j.core.export.OnnxAttribute.Real;
import org.vgg4j.core.export.OnnxAttribute.Word;
import org.vgg4j.core.spec.LayerSpec;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.Padding;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.weights.KernelAxes;

/**
 * Layers as ONNX nodes at test time, for (N, C, H, W): fully-connected layers are convolutions
 * without padding, so that images of any size give a map of scores (section 3.2).
 */
final class OnnxLayers {
  private final TrainedNetwork network;
  private final OnnxGraph graph;

  OnnxLayers(TrainedNetwork network, OnnxGraph graph) {
    this.network = network;
    this.graph = graph;
  }

  /**
   * Adds a layer, with the rectification that follows it.
   *
   * @return the name of its output
   */
  String add(PlacedLayer placed, String input) {
    String output = placed.layer().accept(new Node(placed, input));
    return placed.rectified()
        ? graph.node("Relu", placed.name() + "/Relu", List.of(output))
        : output;
  }

  private final class Node implements LayerSpec.Visitor<String> {
    private final PlacedLayer placed;
    private final String input;

    Node(PlacedLayer placed, String input) {
      this.placed = placed;
      this.input = input;
    }

    private String node(String operator, List<String> inputs, OnnxAttribute... attributes) {
      return graph.node(operator, placed.name() + "/" + operator, inputs, attributes);
    }

    @Override
    public String visit(Convolution layer) {
      List<Integer> kernel = List.of(layer.kernel(), layer.kernel());
      return convolution(kernel, layer.stride(), padding(layer));
    }

    @Override
    public String visit(FullyConnected layer) {
      List<Integer> kernel = List.of(placed.input().height(), placed.input().width());
      return convolution(kernel, 1, new Word("auto_pad", "VALID"));
    }

    private String convolution(List<Integer> kernel, int stride, OnnxAttribute padding) {
      return node(
          "Conv",
          inputAndParameters(),
          new Integrals("kernel_shape", kernel),
          new Integrals("strides", List.of(stride, stride)),
          padding);
    }

    private List<String> inputAndParameters() {
      ImmutableList.Builder<String> inputs = ImmutableList.<String>builder().add(input);
      placed.parameters().forEach(parameter -> inputs.add(constant(parameter)));
      return inputs.build();
    }

    /** With a stride, the padding depends on the size of the feature map. */
    private OnnxAttribute padding(Convolution layer) {
      if (layer.padding() == Padding.VALID) {
        return new Word("auto_pad", "VALID");
      }
      int before = (layer.kernel() - 1) / 2;
      int after = layer.kernel() / 2;
      return layer.stride() == 1
          ? new Integrals("pads", List.of(before, before, after, after))
          : new Word("auto_pad", "SAME_UPPER");
    }

    /** ONNX divides alpha by the number of channels that it sums over; we don't. */
    @Override
    public String visit(LocalResponseNormalization layer) {
      return node(
          "LRN",
          List.of(input),
          new Integral("size", layer.size()),
          new Real("bias", layer.k()),
          new Real("alpha", layer.alpha() * layer.size()),
          new Real("beta", layer.beta()));
    }

    @Override
    public String visit(BatchNormalization layer) {
      return node("BatchNormalization", inputAndParameters(), new Real("epsilon", layer.epsilon()));
    }

    @Override
    public String visit(MaxPooling layer) {
      return node(
          "MaxPool",
          List.of(input),
          new Integrals("kernel_shape", List.of(layer.window(), layer.window())),
          new Integrals("strides", List.of(layer.stride(), layer.stride())),
          new Integral("ceil_mode", layer.rounding() == Rounding.CEIL ? 1 : 0));
    }

    @Override
    public String visit(Dropout layer) {
      return input;
    }

    private String constant(Parameter parameter) {
      List<Integer> ours = parameter.shape();
      if (ours.size() == 1) {
        return graph.constant(parameter.name(), ours, () -> network.values(parameter));
      }
      List<Integer> shape = List.of(ours.get(3), ours.get(2), ours.get(0), ours.get(1));
      return graph.constant(
          parameter.name(), shape, () -> KernelAxes.outputsFirst(ours, network.values(parameter)));
    }
  }
}
