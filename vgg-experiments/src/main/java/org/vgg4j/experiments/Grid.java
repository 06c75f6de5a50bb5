package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.eval.TestProtocol;

/**
 * Rows for every combination of what is listed: each network at each train scale, with each value
 * of every key of the recipe, by each test, the last of them changing fastest.
 *
 * @param networks names of networks
 * @param scales train scales S of the paper
 * @param tests protocols of the paper's sizes
 * @param set the values that a key of the recipe takes
 */
record Grid(
    List<String> networks,
    List<String> scales,
    List<String> tests,
    @Nullable Map<String, List<String>> set) {
  Grid {
    checkList("networks", networks);
    checkList("scales", scales);
    checkList("tests", tests);
    (set == null ? Map.<String, List<String>>of() : set)
        .forEach((key, values) -> checkList("set", values));
    checkEach("scales", scales, ScaleRange::parse);
    checkEach("tests", tests, TestProtocol::parse);
  }

  /** Tells with the key what a list should not have. */
  private static void checkEach(String key, List<String> values, Consumer<String> check) {
    for (String value : values) {
      try {
        check.accept(value);
      } catch (Problem problem) {
        throw new IllegalArgumentException(key + ": " + problem.getMessage(), problem);
      }
    }
  }

  private static void checkList(String key, List<String> values) {
    checkArgument(!values.isEmpty(), "%s: a list has at least one value", key);
    checkArgument(new HashSet<>(values).size() == values.size(), "%s: a value is there twice", key);
  }

  /** The rows, called such as {@code D/256 dropout=0.3}, and by their test where there are many. */
  ImmutableList<Row> rows() {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (List<String> point : Lists.cartesianProduct(networks, scales)) {
      for (List<Map.Entry<String, String>> changes : Lists.cartesianProduct(changes())) {
        for (String test : tests) {
          rows.add(row(point.get(0), point.get(1), ImmutableMap.copyOf(changes), test));
        }
      }
    }
    return rows.build();
  }

  private List<List<Map.Entry<String, String>>> changes() {
    Map<String, List<String>> keys = set == null ? Map.of() : set;
    return keys.entrySet().stream()
        .map(key -> key.getValue().stream().map(value -> Map.entry(key.getKey(), value)).toList())
        .toList();
  }

  private Row row(String network, String scale, Map<String, String> changes, String test) {
    String settings =
        changes.entrySet().stream()
            .map(change -> " " + change.getKey() + "=" + change.getValue())
            .collect(Collectors.joining());
    String label = network + "/" + scale + settings + (tests.size() > 1 ? " " + test : "");
    Training training = new Training(scale, null, changes.isEmpty() ? null : changes);
    String name = label.equals(network + "/" + scale) ? null : label;
    return new Row(name, network, training, test, null, null, null);
  }
}
