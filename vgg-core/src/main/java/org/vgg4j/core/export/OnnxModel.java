package org.vgg4j.core.export;

import com.google.common.primitives.Floats;
import com.google.protobuf.CodedOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.core.export.OnnxAttribute.Integral;
import org.vgg4j.core.export.OnnxAttribute.Integrals;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Preprocessing;

/**
 * A network as an ONNX model, opset 13: input {@code images} float32 (N, 3, H, W) of any size,
 * outputs {@code scores} (N, K), the class score map averaged over its positions, and {@code
 * posteriors} (N, K). Field numbers are those of {@code onnx.proto}, message {@code ModelProto}.
 */
final class OnnxModel {
  private static final int IR_VERSION = 7;
  private static final int OPERATOR_SET = 13;
  private static final int BUFFER = 1 << 20;

  private final TrainedNetwork network;
  private final ExportOptions options;
  private final OnnxGraph graph;

  OnnxModel(TrainedNetwork network, ExportOptions options) {
    this.network = network;
    this.options = options;
    this.graph = new OnnxGraph(network.manifest().network().name());
  }

  /** Writes the model, with one tensor in memory at a time. */
  void writeTo(Path file) {
    ProtoMessage model = message();
    if (model.size() > Integer.MAX_VALUE) {
      throw Problem.configuration(
          file.toString(),
          "the network has " + model.size() + " bytes, and ONNX files end at 2 GiB",
          "use another format");
    }
    AtomicFile.write(
        file,
        channel -> {
          CodedOutputStream out =
              CodedOutputStream.newInstance(Channels.newOutputStream(channel), BUFFER);
          model.writeTo(out);
          out.flush();
        });
  }

  private ProtoMessage message() {
    build();
    ProtoMessage model =
        new ProtoMessage()
            .integer(1, IR_VERSION)
            .text(2, "vgg4j")
            .message(7, graph.message())
            .message(8, new ProtoMessage().text(1, "").integer(2, OPERATOR_SET));
    for (Map.Entry<String, String> entry : network.metadata().entrySet()) {
      model.message(14, new ProtoMessage().text(1, entry.getKey()).text(2, entry.getValue()));
    }
    return model.message(
        14,
        new ProtoMessage().text(1, "preprocessing").text(2, options.preprocessing().toString()));
  }

  private void build() {
    graph.input("images", "N", "3", "H", "W");
    OnnxLayers layers = new OnnxLayers(network, graph);
    String features =
        options.preprocessing() == PixelPreprocessing.INSIDE ? preprocessed("images") : "images";
    for (PlacedLayer placed : network.layers()) {
      features = layers.add(placed, features);
    }
    average(features);
    String classes = Integer.toString(network.manifest().network().classes());
    graph.output("scores", "N", classes);
    graph.output("posteriors", "N", classes);
  }

  private String preprocessed(String images) {
    Preprocessing preprocessing = network.preprocessing();
    List<Integer> shape = List.of(1, 3, 1, 1);
    String mean = graph.constant("mean", shape, () -> Floats.toArray(preprocessing.mean()));
    String scale = graph.constant("scale", shape, () -> Floats.toArray(preprocessing.scale()));
    String centred = graph.node("Sub", "images/Sub", List.of(images, mean));
    return graph.node("Mul", "images/Mul", List.of(centred, scale));
  }

  private void average(String map) {
    String scores = mean("scores", map);
    if (options.averaging() == Averaging.SCORES) {
      softmax("posteriors", scores);
    } else {
      mean("posteriors", softmax("map/Softmax", map));
    }
  }

  private String mean(String output, String map) {
    return graph.node(
        "ReduceMean",
        output,
        List.of(map),
        new Integrals("axes", List.of(2, 3)),
        new Integral("keepdims", 0));
  }

  private String softmax(String output, String scores) {
    return graph.node("Softmax", output, List.of(scores), new Integral("axis", 1));
  }
}
