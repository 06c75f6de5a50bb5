package org.vgg4j.experiments.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.spec.Preprocessing;
import picocli.CommandLine.Option;

/** What a foreign network expects of pixels, where it is not what its program's usual ones do. */
final class PixelOptions {
  private static final int CHANNELS = 3;

  @Option(
      names = "--channels",
      paramLabel = "ORDER",
      description =
          "rgb or bgr: the order that the network was trained on (default: the program's)")
  private @Nullable String channels;

  @Option(
      names = "--mean",
      paramLabel = "R,G,B",
      description = "mean pixel to subtract, on the scale 0..255 (default: the program's)")
  private @Nullable String mean;

  @Option(
      names = "--scale",
      paramLabel = "S",
      description =
          "factor after the subtraction, such as 1/255, or one each for R,G,B (default: the"
              + " program's)")
  private @Nullable String scale;

  /** The convention's, but for what the options say. */
  Convention.Input input(Convention convention) {
    Optional<Convention.Input> usual = convention.input();
    Optional<Preprocessing> pixels = usual.map(Convention.Input::preprocessing);
    return new Convention.Input(
        either("--channels", channels, usual.map(Convention.Input::channels), ChannelOrder::named),
        new Preprocessing(
            either("--mean", mean, pixels.map(Preprocessing::mean), PixelOptions::mean),
            either("--scale", scale, pixels.map(Preprocessing::scale), PixelOptions::scale)));
  }

  private interface Parsing<T> {
    T parse(String text);
  }

  private static <T> T either(
      String option, @Nullable String text, Optional<T> usual, Parsing<T> parsing) {
    if (text == null) {
      return usual.orElseThrow(
          () ->
              Problem.configuration(
                  option,
                  "is needed: nothing says what this network expects of pixels",
                  "give --channels, --mean and --scale, or --layout caffe, keras or torchvision"));
    }
    try {
      return parsing.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.configuration(
              option + " " + text,
              "makes no sense (" + e.getMessage() + ")",
              "see vgg weights import --help")
          .causedBy(e);
    }
  }

  private static List<Double> mean(String text) {
    List<Double> mean = numbers(text);
    if (mean.size() != CHANNELS || mean.stream().anyMatch(value -> !(value >= 0 && value <= 255))) {
      throw new IllegalArgumentException("not three values of 0..255");
    }
    return mean;
  }

  private static List<Double> scale(String text) {
    List<Double> factors = numbers(text);
    List<Double> scale =
        factors.size() == 1
            ? ImmutableList.of(factors.get(0), factors.get(0), factors.get(0))
            : factors;
    if (scale.size() != CHANNELS || scale.stream().anyMatch(value -> !(value > 0 && value < 1e9))) {
      throw new IllegalArgumentException("not one or three positive factors");
    }
    return scale;
  }

  private static List<Double> numbers(String text) {
    return Splitter.on(',')
        .splitToStream(text)
        .map(PixelOptions::number)
        .collect(toImmutableList());
  }

  /** A number or a fraction. */
  private static double number(String text) {
    List<String> parts = Splitter.on('/').trimResults().limit(2).splitToList(text);
    double numerator = Double.parseDouble(parts.get(0));
    return parts.size() == 1 ? numerator : numerator / Double.parseDouble(parts.get(1));
  }
}
