package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of a command line that decide what is in a table, and of which nothing else in the
 * table tells.
 */
final class GivenOptions {
  private static final ImmutableSet<String> DECIDING =
      ImmutableSet.of(
          "--recipe",
          "--set",
          "--weights",
          "--weights-only",
          "--networks",
          "--layout",
          "--exif",
          "--background",
          "--fast-decode",
          "--on-bad-image");

  private GivenOptions() {}

  /** They and their values, a word each, as somebody would write them again. */
  static List<String> of(ParseResult parsed) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    for (OptionSpec option : ImmutableSet.copyOf(parsed.matchedOptions())) { // one a value
      if (DECIDING.contains(option.longestName())) {
        add(option, words);
      }
    }
    return words.build();
  }

  private static void add(OptionSpec option, ImmutableList.Builder<String> words) {
    if (option.arity().max() == 0) {
      words.add(option.longestName());
      return;
    }
    for (String value : option.originalStringValues()) {
      words.add(option.longestName(), value);
    }
  }
}
