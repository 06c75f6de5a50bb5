package org.vgg4j.core;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is wrong with a configuration file, not only the first thing: each fault is put
 * right in memory, from a sound example, and what is left is bound again.
 */
public final class YamlInspection {
  private static final int MOST_FAULTS = 100;

  private final String source;
  private final KeyLines lines;
  private final Class<?> type;
  private final KeyTree example;

  private YamlInspection(String source, KeyLines lines, Class<?> type, KeyTree example) {
    this.source = source;
    this.lines = lines;
    this.type = type;
    this.example = example;
  }

  /**
   * The faults of a file as a record of the example's type; none where it is sound.
   *
   * @throws Problem if it can't be read
   */
  public static List<Problem> of(Path file, Record example) {
    String text = StrictYaml.text(file);
    try {
      KeyTree tree = KeyTree.parse(file.toString(), text);
      return new YamlInspection(
              file.toString(), KeyLines.of(text), example.getClass(), KeyTree.of(example))
          .faults(tree);
    } catch (Problem e) {
      return ImmutableList.of(e);
    }
  }

  private List<Problem> faults(KeyTree tree) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Optional<KeyTree> rest = Optional.of(tree);
    for (int i = 0; i < MOST_FAULTS && rest.isPresent(); i++) {
      Optional<BindingFault> fault = rest.get().fault(type);
      fault.ifPresent(f -> problems.add(f.problem(source + place(f.key()))));
      KeyTree faulty = rest.get();
      rest = fault.flatMap(f -> repaired(faulty, f));
    }
    return problems.build();
  }

  /** The line of the key, or of what it should stand in. */
  private String place(String key) {
    int dot = key.lastIndexOf('.');
    return lines.at(key).orElseGet(() -> dot < 0 ? "" : lines.at(key.substring(0, dot)).orElse(""));
  }

  private Optional<KeyTree> repaired(KeyTree tree, BindingFault fault) {
    return switch (fault.kind()) {
      case UNKNOWN_KEY -> Optional.of(tree.without(fault.key()));
      case MISSING_KEY, BAD_VALUE -> tree.withValueOf(fault.repairedKey(), example);
      case NO_YAML -> Optional.empty();
    };
  }
}
