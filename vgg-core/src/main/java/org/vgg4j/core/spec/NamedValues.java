package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Spelling;

/** The values in brackets behind a layer: {@code size=5,k=2}. Those left out keep their default. */
record NamedValues(ImmutableMap<String, String> values) {

  /**
   * Reads the text between the brackets.
   *
   * @throws IllegalArgumentException if a name is none of {@code names} or stands there twice
   */
  static NamedValues parse(String text, String... names) {
    Map<String, String> values = new HashMap<>();
    for (String pair : Splitter.on(',').split(text)) {
      List<String> sides = Splitter.on('=').limit(2).splitToList(pair);
      checkArgument(sides.size() == 2, "write name=value in the brackets, not '%s'", pair);
      String name = sides.get(0);
      checkName(name, ImmutableList.copyOf(names));
      checkArgument(values.put(name, sides.get(1)) == null, "%s stands there twice", name);
    }
    return new NamedValues(ImmutableMap.copyOf(values));
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if the value is none
   */
  int side(String name, int otherwise) {
    return text(name, "\\d+", "whole").map(LayerParser::side).orElse(otherwise);
  }

  /**
   * A decimal number without exponent.
   *
   * @throws IllegalArgumentException if the value is none
   */
  double number(String name, double otherwise) {
    return text(name, "\\d*\\.?\\d+", "decimal").map(Double::valueOf).orElse(otherwise);
  }

  private Optional<String> text(String name, String spelling, String kind) {
    Optional<String> text = Optional.ofNullable(values.get(name));
    checkArgument(
        text.orElse("0").matches(spelling),
        "%s must be a %s number, not %s",
        name,
        kind,
        text.orElse("0"));
    return text;
  }

  private static void checkName(String name, ImmutableList<String> names) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "no value is called " + name + "; " + Spelling.suggestion(name, names));
    }
  }
}
