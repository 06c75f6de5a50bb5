package org.vgg4j.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An ONNX graph as it grows: nodes in the order in which they run, and constant tensors. Field
 * numbers are those of {@code onnx.proto}, messages {@code GraphProto}, {@code NodeProto}, {@code
 * TensorProto} and {@code ValueInfoProto}.
 */
final class OnnxGraph {
  private static final int FLOAT = 1;

  private final String name;
  private final List<ProtoMessage> nodes = new ArrayList<>();
  private final List<ProtoMessage> constants = new ArrayList<>();
  private final List<ProtoMessage> inputs = new ArrayList<>();
  private final List<ProtoMessage> outputs = new ArrayList<>();

  OnnxGraph(String name) {
    this.name = name;
  }

  /**
   * Adds a node.
   *
   * @param output the name of what it computes, and of the node
   * @return the output
   */
  String node(String operator, String output, List<String> from, OnnxAttribute... attributes) {
    ProtoMessage node = new ProtoMessage();
    from.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator);
    for (OnnxAttribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    nodes.add(node);
    return output;
  }

  /**
   * Adds a constant float32 tensor.
   *
   * @return its name
   */
  String constant(String constant, List<Integer> shape, Supplier<float[]> values) {
    ProtoMessage tensor = new ProtoMessage();
    shape.forEach(size -> tensor.integer(1, size));
    long count = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    constants.add(tensor.integer(2, FLOAT).text(8, constant).floats(9, count, values));
    return constant;
  }

  /** Declares an input, float32; an axis is a number or the name of a size that is free. */
  void input(String input, String... axes) {
    inputs.add(value(input, axes));
  }

  /** Declares that a node's output is one of the graph. */
  void output(String output, String... axes) {
    outputs.add(value(output, axes));
  }

  private static ProtoMessage value(String value, String... axes) {
    ProtoMessage shape = new ProtoMessage();
    for (String axis : axes) {
      boolean known = Character.isDigit(axis.charAt(0));
      ProtoMessage size = new ProtoMessage();
      shape.message(1, known ? size.integer(1, Long.parseLong(axis)) : size.text(2, axis));
    }
    ProtoMessage tensor = new ProtoMessage().integer(1, FLOAT).message(2, shape);
    return new ProtoMessage().text(1, value).message(2, new ProtoMessage().message(1, tensor));
  }

  ProtoMessage message() {
    ProtoMessage graph = new ProtoMessage();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, name);
    constants.forEach(constant -> graph.message(5, constant));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    return graph;
  }
}
