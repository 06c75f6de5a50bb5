package org.vgg4j.core.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;

/**
 * A hash of what a graph computes: its operations, their attributes, constants and inputs, and the
 * names of its variables. The order of construction and the names of other operations do not count,
 * nor does the machine.
 */
final class DefinitionHash {
  private static final HashFunction FUNCTION = Hashing.sha256();
  private static final String CONTROL = "^";

  private final Map<String, String> hashes = new HashMap<>();

  private DefinitionHash() {}

  /** The hash in hexadecimal digits. */
  static String of(Graph graph) {
    DefinitionHash hash = new DefinitionHash();
    graph.toGraphDef().getNodeList().forEach(hash::add); // inputs come first
    Hasher all = FUNCTION.newHasher();
    hash.hashes.values().stream().sorted().forEach(one -> all.putString(one, UTF_8));
    return all.hash().toString();
  }

  private void add(NodeDef node) {
    Hasher hasher = FUNCTION.newHasher().putString(node.getOp(), UTF_8);
    if (node.getOp().startsWith("Variable")) {
      hasher.putString(node.getName(), UTF_8);
    }
    new TreeMap<>(node.getAttrMap()).forEach((key, value) -> put(hasher, key, value));
    node.getInputList().forEach(input -> hasher.putString(hashOf(input), UTF_8));
    hashes.put(node.getName(), hasher.hash().toString());
  }

  /** What TensorFlow notes for itself begins with an underscore. */
  private static void put(Hasher hasher, String key, AttrValue value) {
    if (!key.startsWith("_")) {
      hasher.putString(key, UTF_8).putBytes(value.toByteArray());
    }
  }

  /** An input is {@code name}, {@code name:1} for a later output, or {@code ^name} for its end. */
  private String hashOf(String input) {
    int colon = input.indexOf(':');
    String output = colon < 0 ? "" : input.substring(colon);
    String order = input.startsWith(CONTROL) ? CONTROL : "";
    String name = input.substring(order.length(), input.length() - output.length());
    return order + requireNonNull(hashes.get(name), () -> input + " comes later") + output;
  }
}
