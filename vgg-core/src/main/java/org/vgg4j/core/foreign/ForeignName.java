package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tensor's name taken apart: {@code features.0.weight}, {@code conv1_1/0}, {@code
 * block1_conv1/block1_conv1_W_1:0}, {@code fc6_W}.
 *
 * @param layer all of the name that names the layer
 * @param part which of the layer's tensors this is
 */
record ForeignName(String layer, Part part) {

  /** What programs call a layer's tensors. */
  enum Part {
    WEIGHTS,
    BIASES,
    GAMMA,
    BETA,
    MEAN,
    VARIANCE,
    /** Numbered tensors: what they are depends on the layer. */
    FIRST,
    SECOND,
    THIRD,
    FOURTH
  }

  private static final ImmutableMap<String, Part> WORDS =
      ImmutableMap.<String, Part>builder()
          .put("weights", Part.WEIGHTS)
          .put("weight", Part.WEIGHTS)
          .put("kernel", Part.WEIGHTS)
          .put("W", Part.WEIGHTS)
          .put("biases", Part.BIASES)
          .put("bias", Part.BIASES)
          .put("b", Part.BIASES)
          .put("gamma", Part.GAMMA)
          .put("scale", Part.GAMMA)
          .put("beta", Part.BETA)
          .put("shift", Part.BETA)
          .put("running_mean", Part.MEAN)
          .put("moving_mean", Part.MEAN)
          .put("mean", Part.MEAN)
          .put("running_var", Part.VARIANCE)
          .put("moving_variance", Part.VARIANCE)
          .put("running_std", Part.VARIANCE) // Keras 1, which meant the variance
          .put("variance", Part.VARIANCE)
          .buildOrThrow();

  private static final ImmutableMap<String, Part> NUMBERS =
      ImmutableMap.of("0", Part.FIRST, "1", Part.SECOND, "2", Part.THIRD, "3", Part.FOURTH);

  /** Keras repeats the layer before the word and may count its sessions behind it. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:(?<prefix>.*?)_)??(?<word>" + String.join("|", WORDS.keySet()) + ")(_\\d+)?");

  /** Takes a name apart; empty where its end says nothing. */
  static Optional<ForeignName> parse(String name) {
    String path = name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
    int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('.'));
    String tail = path.substring(cut + 1);
    String place = path.substring(0, Math.max(cut, 0));
    Part number = cut > 0 ? NUMBERS.get(tail) : null;
    return number == null
        ? named(place, TAIL.matcher(tail))
        : Optional.of(new ForeignName(place, number));
  }

  private static Optional<ForeignName> named(String place, Matcher tail) {
    if (!tail.matches()) {
      return Optional.empty();
    }
    String prefix = tail.group("prefix");
    Part part = WORDS.getOrDefault(tail.group("word"), Part.WEIGHTS);
    return place.isEmpty() && prefix == null
        ? Optional.empty()
        : Optional.of(new ForeignName(place.isEmpty() ? prefix : place, part));
  }
}
