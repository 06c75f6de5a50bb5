package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.Spelling;

/** The values in brackets behind a layer: {@code size=5,k=2}. Those left out keep their default. */
record NamedValues(ImmutableMap<String, String> values) {

  /**
   * Reads the text between the brackets.
   *
   * @throws IllegalArgumentException if a name is none of {@code names} or stands there twice, or a
   *     value is no decimal number
   */
  static NamedValues parse(String text, String... names) {
    ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
    for (String pair : Splitter.on(',').split(text)) {
      List<String> sides = Splitter.on('=').limit(2).splitToList(pair);
      checkArgument(sides.size() == 2, "write name=value in the brackets, not %s", pair);
      checkName(sides.get(0), ImmutableList.copyOf(names));
      checkArgument(
          sides.get(1).matches("\\d*\\.?\\d+"),
          "%s must be a decimal number, not %s",
          sides.get(0),
          sides.get(1));
      values.put(sides.get(0), sides.get(1));
    }
    return new NamedValues(values.buildOrThrow());
  }

  private static void checkName(String name, ImmutableList<String> names) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "no value is called " + name + "; " + Spelling.suggestion(name, names));
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Double> number(String name) {
    return text(name).map(Double::valueOf);
  }
}
