package org.vgg4j.core;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that is wrong with a configuration file, not only the first thing: each fault is put
 * right in memory, from a sound example, and what is left is bound again.
 */
public final class YamlInspection {
  private static final int MOST_FAULTS = 100;
  private static final Pattern INDEX = Pattern.compile("\\.\\d+(?=\\.|$)");

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

  /** In the order of the file; what has no line comes first. */
  private List<Problem> faults(KeyTree tree) {
    ListMultimap<Integer, Problem> problems = MultimapBuilder.treeKeys().arrayListValues().build();
    Optional<KeyTree> rest = Optional.of(tree);
    String last = "";
    String repair = "";
    for (int i = 0; i < MOST_FAULTS && rest.isPresent(); i++) {
      KeyTree faulty = rest.get();
      Optional<BindingFault> fault = faulty.fault(type);
      if (fault.isEmpty()) {
        break;
      }
      Problem problem = fault.get().problem(source + lines.nearest(fault.get().place().key()));
      boolean again = last.equals(problem.getMessage());
      if (!again) {
        problems.put(lines.nearestLine(fault.get().place().key()), problem);
      }
      // A sound value may not help where a record refuses its parts together: then take it whole.
      repair = again ? above(repair) : fault.get().place().repairedKey();
      last = String.valueOf(problem.getMessage());
      rest = repaired(faulty, fault.get().kind(), repair);
    }
    return ImmutableList.copyOf(problems.values());
  }

  private static String above(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  private Optional<KeyTree> repaired(KeyTree tree, BindingFault.Kind kind, String key) {
    return switch (kind) {
      case UNKNOWN_KEY -> Optional.of(tree.without(key));
      case MISSING_KEY, BAD_VALUE -> withSoundValue(tree, key);
      case NO_YAML -> Optional.empty();
    };
  }

  /**
   * The example may lack a key that only another kind of record has: then take all above it. Of a
   * list it has one item, which stands for all.
   */
  private Optional<KeyTree> withSoundValue(KeyTree tree, String key) {
    int dot = key.lastIndexOf('.');
    String sound = INDEX.matcher(key).replaceAll(".0");
    return example.holds(sound) || dot < 0
        ? tree.withValueOf(key, example, sound)
        : withSoundValue(tree, above(key));
  }
}
