package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Spelling;

/** Guesses which layer a misspelt word was meant to be, from the slips that people make. */
final class LayerRepair {
  private static final ImmutableList<String> WORDS =
      ImmutableList.of("conv", "pool", "fc", "drop", "lrn", "bn");
  private static final Pattern LETTERS = Pattern.compile("^[a-z]+");
  private static final Pattern GLUED_REPEAT = Pattern.compile("(.+?)x(\\d+)");

  /** What others call the layers, and what our spelling is. */
  private static final ImmutableMap<String, String> SLIPS =
      ImmutableMap.<String, String>builder()
          .put("_", "-")
          .put("^max-?pool(ing)?", "pool")
          .put("^dropout-?", "drop")
          .put("^batch-?norm(alization)?$", "bn")
          .put("^conv(\\d+)x\\1", "conv$1")
          .put("^(conv\\d)(?=\\d{2,4}$)", "$1-")
          .put("^pool(\\d+)(-floor)?$", "pool$1/$1$2")
          .put("^fc(?=\\d)", "fc-")
          .put("^fc-?[a-z]+$", LayerParser.CLASSES)
          .buildOrThrow();

  private LayerRepair() {}

  /** The likely spelling, such as {@code conv3-64} for {@code Conv3_64}; empty if none is near. */
  static Optional<String> of(String word) {
    Matcher glued = GLUED_REPEAT.matcher(word);
    if (glued.matches() && LayerParser.spells(glued.group(1))) {
      return Optional.of(glued.group(1) + " x" + glued.group(2));
    }
    String repaired = word.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> slip : SLIPS.entrySet()) {
      repaired = repaired.replaceAll(slip.getKey(), slip.getValue());
    }
    return Optional.of(withKnownWord(repaired)).filter(LayerParser::spells);
  }

  private static String withKnownWord(String word) {
    Matcher letters = LETTERS.matcher(word);
    return letters.find()
        ? Spelling.nearest(letters.group(), WORDS)
            .map(known -> known + word.substring(letters.end()))
            .orElse(word)
        : word;
  }
}
