package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vgg4j.core.foreign.JsonOutline.Elements;
import org.vgg4j.core.foreign.JsonOutline.Members;
import org.vgg4j.core.foreign.JsonOutline.Numbers;

/**
 * Names the numbers in the outline of a JSON text by the way to them. An object in a list goes by
 * the name that it gives itself, else by its index. Some programs write a layer as a list of
 * neurons, each with its own weights and one bias; these are stacked to one tensor.
 */
final class JsonFindings {
  private JsonFindings() {}

  /** All numbers of an outline, in order. */
  static List<JsonFinding> of(JsonOutline outline) {
    List<JsonFinding> findings = new ArrayList<>();
    if (outline instanceof Numbers numbers) {
      findings.add(JsonFinding.of(numbers));
    } else if (outline instanceof Members members) {
      members.values().forEach((key, value) -> addBelow(findings, of(value), key, key));
    } else if (outline instanceof Elements elements) {
      return ofElements(elements);
    }
    return findings;
  }

  private static List<JsonFinding> ofElements(Elements elements) {
    List<JsonOutline> values = elements.values();
    List<List<JsonFinding>> found = values.stream().map(JsonFindings::of).toList();
    boolean named = haveNames(values);
    if (!named && areNeurons(found)) {
      return found.get(0).stream()
          .map(finding -> finding.stacked(values.size(), elements.position()))
          .toList();
    }
    List<JsonFinding> findings = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String index = Integer.toString(i);
      addBelow(findings, found.get(i), named ? name(values.get(i)) : index, index);
    }
    return findings;
  }

  private static void addBelow(
      List<JsonFinding> findings, List<JsonFinding> found, String word, String step) {
    found.forEach(finding -> findings.add(finding.below(word, step)));
  }

  /** Whether the elements of a list hold alike numbers, among them a bare one. */
  private static boolean areNeurons(List<List<JsonFinding>> found) {
    Map<List<String>, List<Long>> first = shapes(found.get(0));
    return first.values().stream().anyMatch(List::isEmpty)
        && found.stream().allMatch(element -> shapes(element).equals(first));
  }

  private static Map<List<String>, List<Long>> shapes(List<JsonFinding> found) {
    return found.stream()
        .collect(ImmutableMap.toImmutableMap(JsonFinding::path, JsonFinding::shape));
  }

  private static boolean haveNames(List<JsonOutline> values) {
    Set<String> names = new HashSet<>();
    return values.stream().map(JsonFindings::name).allMatch(n -> !n.isEmpty() && names.add(n));
  }

  private static String name(JsonOutline outline) {
    return outline instanceof Members members ? members.name().orElse("") : "";
  }
}
