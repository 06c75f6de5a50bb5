package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Numbers found below some value of a JSON text.
 *
 * @param name the way to them from that value, in words
 * @param path the same way as {@link JsonPlace#steps()} have it
 * @param shape sizes, outermost first
 * @param position where reading them begins, in bytes
 * @param steps from there to the numbers
 */
record JsonFinding(
    String name, List<String> path, List<Long> shape, long position, List<String> steps) {
  /** Stands for all elements of a list. */
  static final String ALL = "*";

  /** Many long names of hostile objects in each other must not fill the memory. */
  private static final int LONGEST_NAME = 1000;

  JsonFinding {
    checkArgument(name.length() <= LONGEST_NAME, "it nests objects with too long names");
    path = ImmutableList.copyOf(path);
    shape = ImmutableList.copyOf(shape);
    steps = ImmutableList.copyOf(steps);
  }

  /** The value itself. */
  static JsonFinding of(JsonOutline.Numbers numbers) {
    return new JsonFinding("", List.of(), numbers.shape(), numbers.position(), List.of());
  }

  /** The same numbers seen from the value around. */
  JsonFinding below(String word, String step) {
    return new JsonFinding(joined(word), prepended(step, path), shape, position, steps);
  }

  /** The numbers of all of a list's elements, if these are like this one's. */
  JsonFinding stacked(long size, long listPosition) {
    List<String> all = prepended(ALL, path);
    return new JsonFinding(joined(ALL), all, prepended(size, shape), listPosition, all);
  }

  private String joined(String word) {
    return name.isEmpty() ? word : word + "." + name;
  }

  private static <T> List<T> prepended(T first, List<T> rest) {
    return ImmutableList.<T>builder().add(first).addAll(rest).build();
  }
}
