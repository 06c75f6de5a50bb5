package org.vgg4j.core.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
final class Spelling {
  private Spelling() {}

  /** The candidate nearest to {@code word} in edits, where it is near enough to be meant. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> edits(lower, candidate.toLowerCase(Locale.ROOT))))
        .filter(
            candidate ->
                edits(lower, candidate.toLowerCase(Locale.ROOT))
                    <= Math.max(2, candidate.length() / 3));
  }

  /** {@code did you mean X? } where something is near, then all the candidates. */
  static String suggestion(String word, Collection<String> candidates) {
    String all = "known: " + String.join(", ", candidates);
    return nearest(word, candidates).map(near -> "did you mean " + near + "? " + all).orElse(all);
  }

  /** Levenshtein distance: insertions, deletions and replacements. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
