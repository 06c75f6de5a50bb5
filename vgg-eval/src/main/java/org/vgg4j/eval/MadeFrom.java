package org.vgg4j.eval;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/** Whether stored posteriors were made from the very inputs that are asked for. */
final class MadeFrom {
  /** What may differ: the program's version, and what is written of the posteriors themselves. */
  private static final ImmutableSet<String> FREE = ImmutableSet.of("vgg4j", Posteriors.CLASS_NAMES);

  private MadeFrom() {}

  /**
   * Compares.
   *
   * @throws Problem that names the first difference
   */
  static void checkSame(Path place, Map<String, String> stored, Map<String, String> asked) {
    for (String key : Sets.union(asked.keySet(), stored.keySet())) {
      if (!FREE.contains(key) && !Objects.equals(stored.get(key), asked.get(key))) {
        throw Problem.data(
            place.toString(),
            "was made with %s %s, not %s"
                .formatted(key, text(stored.get(key)), text(asked.get(key))),
            "name another file, or remove it to start anew");
      }
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "unsaid" : value.isEmpty() ? "none" : value;
  }
}
