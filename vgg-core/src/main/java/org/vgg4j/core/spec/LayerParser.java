package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

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

  /** The most channels and units; with the largest side, parameters still fit into a long. */
  static final int MOST_CHANNELS = 999_999;

  private static final int LARGEST_SIDE = 999;
  private static final int MOST_DIGITS = 9;
  private static final String CONVOLUTION = "conv3-64 or conv11/4-64-valid";
  private static final String LOCAL_RESPONSE = "lrn or lrn(size=5,k=2,alpha=0.0001,beta=0.75)";

  private static final ImmutableList<Form> FORMS =
      ImmutableList.of(
          new Form("conv(\\d+)(?:/(\\d+))?-(\\d+)(-valid)?", LayerParser::convolution, CONVOLUTION),
          new Form("\\|", m -> MaxPooling.standard(), "|"),
          new Form("pool(\\d+)/(\\d+)(-floor)?", LayerParser::pooling, "pool3/2"),
          new Form("lrn(?:\\((.*)\\))?", LayerParser::localResponse, LOCAL_RESPONSE),
          new Form("bn(?:\\((.*)\\))?", LayerParser::batchNormalization, "bn(epsilon=0.001)"),
          new Form(
              "drop(\\d*\\.?\\d+)", m -> new Dropout(Double.parseDouble(m.group(1))), "drop0.5"),
          new Form("fc-(\\d+)", m -> new FullyConnected(channels(m.group(1))), "fc-4096"),
          new Form(CLASSES, m -> new FullyConnected(DEFAULT_CLASSES), CLASSES));

  private LayerParser() {}

  /** A spelling, what it means, and how to write it. */
  private record Form(Pattern spelling, Function<MatchResult, LayerSpec> layer, String example) {
    Form(String spelling, Function<MatchResult, LayerSpec> layer, String example) {
      this(Pattern.compile(spelling), layer, example);
    }

    boolean spells(String word) {
      return spelling.matcher(word).matches();
    }
  }

  /** Whether the word is spelt as a layer, its numbers aside. */
  static boolean spells(String word) {
    return FORMS.stream().anyMatch(form -> form.spells(word));
  }

  /** How the kinds of layer are written that the word spells; all kinds if it spells none. */
  static String examples(String word) {
    return FORMS.stream()
        .filter(form -> form.spells(word) || !spells(word))
        .map(Form::example)
        .collect(joining(", "));
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

  private static int channels(String digits) {
    return number(digits, MOST_CHANNELS);
  }

  /** A kernel, window, stride or span. */
  static int side(String digits) {
    return number(digits, LARGEST_SIDE);
  }

  private static int number(String digits, int largest) {
    boolean fits = digits.length() <= MOST_DIGITS && Integer.parseInt(digits) <= largest;
    checkArgument(fits, "%s is more than %s", digits, largest);
    return Integer.parseInt(digits);
  }

  private static LayerSpec convolution(MatchResult m) {
    return new Convolution(
        side(m.group(1)),
        optional(m.group(2)).map(LayerParser::side).orElse(1),
        optional(m.group(4)).isPresent() ? Padding.VALID : Padding.SAME,
        channels(m.group(3)));
  }

  private static LayerSpec pooling(MatchResult m) {
    return new MaxPooling(
        side(m.group(1)),
        side(m.group(2)),
        optional(m.group(3)).isPresent() ? Rounding.FLOOR : Rounding.CEIL);
  }

  private static LayerSpec localResponse(MatchResult m) {
    LocalResponseNormalization paper = LocalResponseNormalization.krizhevsky();
    if (optional(m.group(1)).isEmpty()) {
      return paper;
    }
    NamedValues values = NamedValues.parse(m.group(1), "size", "k", "alpha", "beta");
    return new LocalResponseNormalization(
        values.side("size", paper.size()),
        values.number("k", paper.k()),
        values.number("alpha", paper.alpha()),
        values.number("beta", paper.beta()));
  }

  private static LayerSpec batchNormalization(MatchResult m) {
    BatchNormalization standard = BatchNormalization.standard();
    return optional(m.group(1))
        .map(values -> NamedValues.parse(values, "epsilon").number("epsilon", standard.epsilon()))
        .map(BatchNormalization::new)
        .orElse(standard);
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }
}
