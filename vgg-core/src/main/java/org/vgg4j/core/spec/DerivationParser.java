package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.function.Function;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.spec.LayerSpec.Dropout;

/** Reads {@code D + batch-norm + width 1/8}, or the name of a network alone. */
final class DerivationParser {
  private static final String PLUS = "+";

  private static final ImmutableMap<String, Modification> PLAIN =
      ImmutableMap.of(
          "batch-norm", new Modification.BatchNorm(),
          "lrn", new Modification.Lrn(),
          "no-dropout", new Modification.NoDropout(),
          "floor-pooling", new Modification.FloorPooling());

  private static final ImmutableMap<String, Valued> WITH_VALUE =
      ImmutableMap.of(
          "width", new Valued("width 1/8", value -> new Modification.Widen(Width.parse(value))),
          "dropout", new Valued("dropout 0.3", value -> new Modification.DropoutRate(rate(value))));

  /** How to write a modification that needs a value, and how to read the value. */
  private record Valued(String example, Function<String, Modification> reader) {}

  private DerivationParser() {}

  /** Whether these words name another network rather than layers. */
  static boolean reads(List<Token> tokens) {
    boolean alone = tokens.size() == 1 && !LayerParser.spells(tokens.get(0).text());
    return alone || tokens.get(tokens.size() == 1 ? 0 : 1).is(PLUS);
  }

  static NetworkDefinition.Derivation parse(List<Token> tokens) {
    ImmutableList.Builder<Modification> modifications = ImmutableList.builder();
    int plus = 1;
    while (plus < tokens.size()) {
      int next = nextPlus(tokens, plus + 1);
      modifications.add(modification(tokens.get(plus), tokens.subList(plus + 1, next)));
      plus = next;
    }
    return new NetworkDefinition.Derivation(tokens.get(0).text(), modifications.build());
  }

  private static int nextPlus(List<Token> tokens, int from) {
    int next = Iterables.indexOf(tokens.subList(from, tokens.size()), token -> token.is(PLUS));
    return next < 0 ? tokens.size() : from + next;
  }

  private static Modification modification(Token plus, List<Token> words) {
    if (words.isEmpty()) {
      throw plus.problemAfter("nothing follows +", "known: " + String.join(", ", known()));
    }
    Token word = words.get(0);
    Modification plain = PLAIN.get(word.text());
    if (plain != null) {
      checkEnd(words, 1);
      return plain;
    }
    Valued valued = WITH_VALUE.get(word.text());
    if (valued == null) {
      throw word.problem(
          word.text() + " is no modification", Spelling.suggestion(word.text(), known()));
    }
    return withValue(words, valued);
  }

  private static Modification withValue(List<Token> words, Valued valued) {
    if (words.size() == 1) {
      throw words.get(0).problemAfter("a value is missing", "write " + valued.example());
    }
    checkEnd(words, 2);
    Token value = words.get(1);
    try {
      return valued.reader().apply(value.text());
    } catch (IllegalArgumentException e) {
      throw value
          .problem(value.text() + " can't be used: " + e.getMessage(), "write " + valued.example())
          .causedBy(e);
    }
  }

  private static void checkEnd(List<Token> words, int length) {
    if (words.size() > length) {
      throw words
          .get(length)
          .problem(words.get(length).text() + " is unexpected", "join modifications with +");
    }
  }

  private static double rate(String text) {
    if (!text.matches("\\d*\\.?\\d+")) {
      throw new IllegalArgumentException("a dropout rate is a number such as 0.3, not " + text);
    }
    return new Dropout(Double.parseDouble(text)).rate();
  }

  private static ImmutableList<String> known() {
    return ImmutableList.<String>builder()
        .addAll(PLAIN.keySet())
        .addAll(WITH_VALUE.keySet())
        .build();
  }
}
