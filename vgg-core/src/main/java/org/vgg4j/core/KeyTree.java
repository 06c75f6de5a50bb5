package org.vgg4j.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A configuration as a tree of keys, to change, to compare and to print. Keys are dotted: {@code
 * training.patience}. Immutable.
 */
public final class KeyTree {
  private static final Splitter DOTS = Splitter.on('.');
  private static final Pattern EXPONENT = Pattern.compile("[-+]?\\d+[eE][-+]?\\d+");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final ObjectNode root;

  private KeyTree(ObjectNode root) {
    this.root = root;
  }

  /** The tree of a record, with everything that was left out at its default. */
  public static KeyTree of(Object value) {
    return new KeyTree(StrictYaml.tree(value));
  }

  /**
   * Reads a text.
   *
   * @throws Problem if it is no YAML, or no keys with values
   */
  public static KeyTree parse(String source, String text) {
    return new KeyTree(StrictYaml.parse(source, text, ObjectNode.class));
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it can't be read, is no YAML, or no keys with values
   */
  public static KeyTree read(Path file) {
    return parse(file.toString(), StrictYaml.text(file));
  }

  /** The part below a key, where there is one. */
  public Optional<KeyTree> below(String key) {
    return root.get(key) instanceof ObjectNode part
        ? Optional.of(new KeyTree(part.deepCopy()))
        : Optional.empty();
  }

  /** Every key that has a value, in order, with the value as text. */
  public ImmutableMap<String, String> flat() {
    ImmutableMap.Builder<String, String> flat = ImmutableMap.builder();
    collect("", root, flat);
    return flat.buildOrThrow();
  }

  private static void collect(
      String prefix, ObjectNode node, ImmutableMap.Builder<String, String> flat) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof ObjectNode part) {
        collect(key + ".", part, flat);
      } else {
        flat.put(key, text(entry.getValue()));
      }
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /**
   * The tree with another value for a key, which need not exist yet. The value is YAML, but for a
   * key that holds text: {@code width=1} is the text 1.
   *
   * @throws Problem if the value is no YAML, or the key lies below one that holds a value
   */
  public KeyTree with(String key, String value) {
    KeyTree changed = new KeyTree(root.deepCopy());
    List<String> path = DOTS.splitToList(key);
    ObjectNode parent = changed.parent(key, path);
    String name = path.get(path.size() - 1);
    parent.set(name, node(key, value, parent.path(name)));
    return changed;
  }

  /** YAML 1.1 takes 1e-3 for text; people mean the number. */
  private static JsonNode node(String key, String value, JsonNode former) {
    if (former.isTextual()) {
      return TextNode.valueOf(value);
    }
    return EXPONENT.matcher(value).matches()
        ? DoubleNode.valueOf(Double.parseDouble(value))
        : StrictYaml.parse(key, value, JsonNode.class);
  }

  private ObjectNode parent(String key, List<String> path) {
    ObjectNode parent = root;
    for (String name : path.subList(0, path.size() - 1)) {
      if (!parent.has(name)) {
        parent.putObject(name);
      }
      if (!(parent.get(name) instanceof ObjectNode part)) {
        throw Problem.configuration(key, name + " has no keys below it", "set " + name + " itself");
      }
      parent = part;
    }
    return parent;
  }

  /** Whether there is such a key. */
  public boolean has(String key) {
    return !at(key).isMissingNode();
  }

  /** Whether a key has a value other than null. */
  boolean holds(String key) {
    return has(key) && !at(key).isNull();
  }

  private JsonNode at(String key) {
    JsonNode node = root;
    for (String name : DOTS.split(key)) {
      node = node.isArray() ? node.path(index(name)) : node.path(name);
    }
    return node;
  }

  /** The place in a list that a part of a key such as {@code rows.1} names. */
  private static int index(String name) {
    return NUMBER.matcher(name).matches() ? Integer.parseInt(name) : -1;
  }

  /** The tree without a key. */
  KeyTree without(String key) {
    KeyTree changed = new KeyTree(root.deepCopy());
    if (changed.above(key) instanceof ObjectNode parent) {
      parent.remove(lastOf(key));
    }
    return changed;
  }

  /** The tree with some of a part's keys only. */
  public KeyTree keepOnly(String part, List<String> names) {
    KeyTree changed = new KeyTree(root.deepCopy());
    if (changed.root.get(part) instanceof ObjectNode node) {
      node.retain(names);
    }
    return changed;
  }

  /** The tree with the value for a key that another tree has for one, where it has that. */
  Optional<KeyTree> withValueOf(String key, KeyTree other, String otherKey) {
    if (!other.holds(otherKey)) {
      return Optional.empty();
    }
    KeyTree changed = new KeyTree(root.deepCopy());
    JsonNode value = other.at(otherKey).deepCopy();
    JsonNode above = changed.above(key);
    if (above instanceof ObjectNode parent) {
      parent.set(lastOf(key), value);
    } else if (above instanceof ArrayNode list && list.has(index(lastOf(key)))) {
      list.set(index(lastOf(key)), value);
    } else {
      return Optional.empty();
    }
    return Optional.of(changed);
  }

  private JsonNode above(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? root : at(key.substring(0, dot));
  }

  private static String lastOf(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /**
   * The record of this tree; {@code source} stands in messages for where it came from.
   *
   * @throws Problem as {@link StrictYaml#parse} does
   */
  public <T> T bind(String source, Class<T> type) {
    return StrictYaml.bind(source, root, type);
  }

  /** The first reason why this tree is no such record, where there is one. */
  Optional<BindingFault> fault(Class<?> type) {
    return StrictYaml.fault(root, type);
  }
}
