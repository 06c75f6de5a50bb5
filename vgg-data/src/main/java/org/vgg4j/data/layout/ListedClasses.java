package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/**
 * What the labels of lists mean.
 *
 * @param names of the classes in the order of their labels
 * @param positions the labels by name
 * @param numbered whether a label that is a number is a position, and not a name such as 747
 */
record ListedClasses(
    ImmutableList<String> names, ImmutableMap<String, Integer> positions, boolean numbered) {

  private ListedClasses(ImmutableList<String> names, boolean numbered) {
    this(names, positions(names), numbered);
  }

  private static ImmutableMap<String, Integer> positions(ImmutableList<String> names) {
    return IntStream.range(0, names.size())
        .boxed()
        .collect(toImmutableMap(names::get, position -> position));
  }

  /**
   * Takes the names from a file beside the lists, or from the labels of all lists.
   *
   * @throws Problem if numbers are skipped, which hides that they don't start at 0
   */
  static ListedClasses of(List<ListedImages> lists) {
    Path folder = lists.get(0).list().folder();
    ImmutableSet<String> labels =
        lists.stream()
            .flatMap(images -> images.lines().stream())
            .map(ListFile.Line::label)
            .collect(toImmutableSet());
    return ClassNames.in(folder)
        .map(names -> new ListedClasses(names, true))
        .orElseGet(() -> told(folder, labels));
  }

  /** One label that is no number makes all of them names. */
  private static ListedClasses told(Path folder, ImmutableSet<String> labels) {
    return labels.stream().allMatch(label -> Ints.tryParse(label) != null)
        ? new ListedClasses(numbers(folder, labels), true)
        : new ListedClasses(
            labels.stream().sorted(SortedFolder.BY_CODE_POINT).collect(toImmutableList()), false);
  }

  private static ImmutableList<String> numbers(Path folder, ImmutableSet<String> labels) {
    ImmutableList<String> names =
        IntStream.range(0, labels.size()).mapToObj(Integer::toString).collect(toImmutableList());
    if (!labels.containsAll(names)) {
      String skipped = names.stream().filter(name -> !labels.contains(name)).findFirst().orElse("");
      throw Problem.data(
          folder.toString(),
          "the lists have "
              + labels.size()
              + " different labels, but no image has label "
              + skipped,
          "number classes from 0 without gaps, or name all classes in classes.txt");
    }
    return names;
  }

  /**
   * The label of an image: its number, or the position of its class's name.
   *
   * @throws Problem if there is no such class
   */
  int label(ListFile.Line line, ListFile list) {
    @Nullable Integer number = numbered ? Ints.tryParse(line.label()) : null;
    int label = number == null ? positions.getOrDefault(line.label(), -1) : number;
    if (label < 0 || label >= names.size()) {
      throw Problem.data(
          list.place(line.number()),
          "label " + line.label() + " is that of no class; there are " + names.size(),
          number == null ? "add it to classes.txt" : "number classes from 0");
    }
    int named = positions.getOrDefault(line.label(), label);
    if (named != label) {
      throw Problem.data(
          list.place(line.number()),
          "label " + line.label() + " is both a position and another class's name",
          "number classes by their lines in classes.txt, from 0, or name them in words");
    }
    return label;
  }
}
