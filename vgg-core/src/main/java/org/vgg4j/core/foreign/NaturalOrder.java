package org.vgg4j.core.foreign;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The order of names in which numbers count as numbers: {@code conv_10} after {@code conv_9}. */
final class NaturalOrder {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Digits of a padded number. */
  private static final int PADDING = 10;

  private NaturalOrder() {}

  /** Compares names. */
  static Comparator<String> ofNames() {
    return Comparator.comparing(NaturalOrder::padded);
  }

  /**
   * Things in the order in which they came; but where that is the alphabet's, some writer has
   * sorted them, as Python's safetensors does, and 10 stands before 2: then in the natural order.
   */
  static <T> ImmutableList<T> unsorted(List<T> things, Function<T, String> name) {
    return Comparators.isInOrder(things, Comparator.comparing(name))
        ? things.stream().sorted(Comparator.comparing(name, ofNames())).collect(toImmutableList())
        : ImmutableList.copyOf(things);
  }

  private static String padded(String name) {
    return NUMBER
        .matcher(name)
        .replaceAll(
            number -> "0".repeat(Math.max(0, PADDING - number.group().length())) + number.group());
  }
}
