package org.vgg4j.core.weights;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Longs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: a JSON object of names, types, shapes and places, and free
 * metadata. Reading checks that the tensors tile the file exactly.
 */
record Header(ImmutableMap<String, String> metadata, ImmutableMap<String, TensorEntry> entries) {
  private static final String METADATA = "__metadata__";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads a header.
   *
   * @param dataBytes bytes in the file behind the header
   * @throws IllegalArgumentException if anything is wrong, saying what
   */
  static Header parse(byte[] text, long dataBytes) {
    JsonNode root = tree(text);
    ImmutableMap.Builder<String, String> metadata = ImmutableMap.builder();
    ImmutableMap.Builder<String, TensorEntry> entries = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        entries.put(field.getKey(), entry(field.getKey(), field.getValue()));
      }
    }
    Header header = new Header(metadata.buildOrThrow(), entries.buildOrThrow());
    header.checkTiling(dataBytes);
    return header;
  }

  private static JsonNode tree(byte[] text) {
    try {
      JsonNode root = JSON.readTree(text);
      check(root.isObject(), "the header is not a JSON object");
      return root;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the header is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the header is not text", e);
    }
  }

  private static TensorEntry entry(String name, JsonNode node) {
    JsonNode offsets = node.path("data_offsets");
    check(
        node.path("shape").isArray() && offsets.isArray() && offsets.size() == 2,
        "tensor %s has no shape or no place".formatted(name));
    List<Integer> shape = new ArrayList<>();
    node.path("shape").forEach(size -> shape.add(size.canConvertToInt() ? size.asInt() : -1));
    check(shape.stream().allMatch(size -> size >= 0), "tensor %s has a bad shape".formatted(name));
    TensorEntry entry =
        new TensorEntry(
            name,
            type(name, node.path("dtype").asText()),
            shape,
            offsets.get(0).asLong(-1),
            offsets.get(1).asLong(-1));
    check(
        entry.end() - entry.begin() == Math.multiplyExact(entry.elements(), entry.type().bytes()),
        "tensor %s has shape %s but %d bytes".formatted(name, shape, entry.end() - entry.begin()));
    return entry;
  }

  private static ElementType type(String name, String text) {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("tensor %s has type %s".formatted(name, text));
  }

  private void checkTiling(long dataBytes) {
    long end = 0;
    for (TensorEntry entry : inOrderOfPlace()) {
      check(entry.begin() == end, "tensor %s leaves a gap or overlaps".formatted(entry.name()));
      end = entry.end();
    }
    check(end == dataBytes, "the tensors need %d bytes, there are %d".formatted(end, dataBytes));
  }

  /** The tensors as their values follow each other. */
  List<TensorEntry> inOrderOfPlace() {
    return entries.values().stream()
        .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
        .toList();
  }

  /** The length of the header and the header, padded so that the tensors start aligned. */
  byte[] bytes() {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode node = root.putObject(METADATA);
      ImmutableSortedMap.copyOf(metadata).forEach(node::put);
    }
    for (TensorEntry entry : entries.values()) {
      ObjectNode node = root.putObject(entry.name());
      node.put("dtype", entry.type().name());
      entry.shape().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(entry.begin()).add(entry.end());
    }
    byte[] json = root.toString().getBytes(UTF_8);
    byte[] bytes = new byte[8 + (json.length + 7) / 8 * 8];
    Arrays.fill(bytes, (byte) ' ');
    byte[] length = Longs.toByteArray(Long.reverseBytes(bytes.length - 8L));
    System.arraycopy(length, 0, bytes, 0, 8);
    System.arraycopy(json, 0, bytes, 8, json.length);
    return bytes;
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
