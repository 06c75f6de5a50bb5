package org.vgg4j.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.MapDifference;
import com.google.common.collect.Maps;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vgg4j.core.spec.NetworkNotation;

/**
 * All that decides the result of a training, as a flat list of keys and values: a checkpoint
 * carries it, so that a run which goes on with something else can say what.
 *
 * @param values by key, such as {@code recipe.momentum}
 */
record TaskSettings(SortedMap<String, String> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NAMED = 3;

  /** A matter of memory: another one gives the same result up to rounding. */
  private static final String MEMORY_ONLY = "recipe.microBatch";

  TaskSettings {
    values = ImmutableSortedMap.copyOfSorted(values);
  }

  static TaskSettings of(TrainingTask task) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("network", NetworkNotation.print(task.network()));
    values.put("classes", String.valueOf(task.network().classes()));
    add(values, "recipe", JSON.valueToTree(task.recipe()));
    add(values, "phase", JSON.valueToTree(task.phase()));
    add(values, "augmentation", JSON.valueToTree(task.augmentation()));
    add(values, "preprocessing.mean", JSON.valueToTree(task.preprocessing().mean()));
    values.put("preprocessing.scale", Joiner.on(' ').join(task.preprocessing().factors()));
    values.put("seed", String.valueOf(task.seed().value()));
    values.put("data", task.origin().data());
    values.put("start", task.origin().start());
    values.remove(MEMORY_ONLY);
    return new TaskSettings(values);
  }

  private static void add(SortedMap<String, String> values, String key, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(field -> add(values, key + "." + field.getKey(), field.getValue()));
    } else {
      values.put(key, node.isTextual() ? node.asText() : node.toString());
    }
  }

  /** For a file's metadata. */
  String text() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What {@link #text} gave.
   *
   * @throws JsonProcessingException if it is something else
   */
  static TaskSettings parse(String text) throws JsonProcessingException {
    return new TaskSettings(JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {}));
  }

  /** What is different now, for people: {@code recipe.momentum was 0.9 and is 0.8}. */
  String changesTo(TaskSettings now) {
    MapDifference<String, String> difference = Maps.difference(values, now.values);
    SortedMap<String, String> changes = new TreeMap<>();
    difference
        .entriesDiffering()
        .forEach(
            (key, both) -> changes.put(key, both.leftValue() + " and is " + both.rightValue()));
    difference.entriesOnlyOnLeft().forEach((key, was) -> changes.put(key, was + " and is gone"));
    difference.entriesOnlyOnRight().forEach((key, is) -> changes.put(key, "absent and is " + is));
    String named =
        String.join(
            ", ", changes.entrySet().stream().limit(NAMED).map(TaskSettings::sentence).toList());
    int others = changes.size() - NAMED;
    return named + (others > 0 ? ", and " + others + " more" : "");
  }

  private static String sentence(Map.Entry<String, String> change) {
    return change.getKey() + " was " + change.getValue();
  }
}
