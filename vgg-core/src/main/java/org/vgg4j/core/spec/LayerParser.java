package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

/** Reads one word as one layer. */
final class LayerParser {
  /** The last layer of every network. */
  static final String CLASSES = "fc-classes";

  /** ILSVRC's number of classes, until the data says another. */
  private static final int DEFAULT_CLASSES = 1000;

  private static final int MOST_DIGITS = 6;

  private static final ImmutableList<Form> FORMS =
      ImmutableList.of(
          Form.of("\\|", m -> MaxPooling.standard()),
          Form.of("conv(\\d+)(?:/(\\d+))?-(\\d+)(-valid)?", LayerParser::convolution),
          Form.of("pool(\\d+)/(\\d+)(-floor)?", LayerParser::pooling),
          Form.of(CLASSES, m -> new FullyConnected(DEFAULT_CLASSES)),
          Form.of("fc-(\\d+)", m -> new FullyConnected(whole(m.group(1)))),
          Form.of("drop(\\d*\\.?\\d+)", m -> new Dropout(Double.parseDouble(m.group(1)))),
          Form.of("lrn(?:\\((.*)\\))?", LayerParser::localResponse),
          Form.of("bn(?:\\((.*)\\))?", LayerParser::batchNormalization));

  private LayerParser() {}

  private record Form(Pattern spelling, Function<MatchResult, LayerSpec> layer) {
    static Form of(String spelling, Function<MatchResult, LayerSpec> layer) {
      return new Form(Pattern.compile(spelling), layer);
    }
  }

  /** Whether the word is spelt as a layer, its numbers aside. */
  static boolean spells(String word) {
    return FORMS.stream().anyMatch(form -> form.spelling().matcher(word).matches());
  }

  /**
   * The layer that the word spells; empty if it spells none.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  static Optional<LayerSpec> find(String word) {
    for (Form form : FORMS) {
      Matcher matcher = form.spelling().matcher(word);
      if (matcher.matches()) {
        return Optional.of(form.layer().apply(matcher.toMatchResult()));
      }
    }
    return Optional.empty();
  }

  /**
   * Reads digits as a number.
   *
   * @throws IllegalArgumentException above 999999, where sizes would overflow
   */
  static int whole(String digits) {
    checkArgument(digits.length() <= MOST_DIGITS, "numbers end at 999999, not %s", digits);
    return Integer.parseInt(digits);
  }

  private static LayerSpec convolution(MatchResult m) {
    return new Convolution(
        whole(m.group(1)),
        optional(m.group(2), 1),
        optional(m.group(4)).isPresent() ? Padding.VALID : Padding.SAME,
        whole(m.group(3)));
  }

  private static LayerSpec pooling(MatchResult m) {
    return new MaxPooling(
        whole(m.group(1)),
        whole(m.group(2)),
        optional(m.group(3)).isPresent() ? Rounding.FLOOR : Rounding.CEIL);
  }

  private static LayerSpec localResponse(MatchResult m) {
    LocalResponseNormalization paper = LocalResponseNormalization.krizhevsky();
    if (optional(m.group(1)).isEmpty()) {
      return paper;
    }
    NamedValues values = NamedValues.parse(m.group(1), "size", "k", "alpha", "beta");
    return new LocalResponseNormalization(
        whole(values.text("size").orElse(Integer.toString(paper.size()))),
        values.number("k").orElse(paper.k()),
        values.number("alpha").orElse(paper.alpha()),
        values.number("beta").orElse(paper.beta()));
  }

  private static LayerSpec batchNormalization(MatchResult m) {
    return optional(m.group(1)).isEmpty()
        ? BatchNormalization.standard()
        : new BatchNormalization(
            NamedValues.parse(m.group(1), "epsilon").number("epsilon").orElseThrow());
  }

  private static int optional(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : whole(digits);
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }
}
