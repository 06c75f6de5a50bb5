package org.vgg4j.data.generated;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.Split;

/**
 * The parameters of the generated data set: ten classes of shapes, drawn by arithmetic.
 *
 * @param train number of training images, at least 1
 * @param val number of validation images, at least 1
 * @param seed what all random choices hang on
 */
public record GeneratedData(int train, int val, long seed) {
  private static final String NAME = "generated";
  private static final GeneratedData DEFAULT = new GeneratedData(2000, 500, 1);
  private static final Pattern SETTING = Pattern.compile("(train|val|seed)=([1-9]\\d{0,8})");

  public GeneratedData {
    checkArgument(train > 0 && val > 0, "a split has at least 1 image: %s and %s", train, val);
  }

  /** Whether a location means generated data and not a folder. */
  public static boolean isMeantBy(String location) {
    return location.equals(NAME) || location.startsWith(NAME + ":");
  }

  /**
   * Reads {@code generated}, or with settings {@code generated:train=2000,val=500,seed=1}; what is
   * left out has these values.
   *
   * @throws Problem if the text is none of these
   */
  public static GeneratedData parse(String text) {
    GeneratedData data = DEFAULT;
    if (!text.equals(NAME)) {
      for (String setting : text.replaceFirst(NAME + ":", "").split(",", -1)) {
        data = data.with(setting, text);
      }
    }
    return data;
  }

  private GeneratedData with(String setting, String text) {
    Matcher matcher = SETTING.matcher(setting);
    if (!matcher.matches()) {
      throw Problem.configuration(
          "data " + text,
          "has the setting '" + setting + "'",
          "write settings as in " + DEFAULT + ", with at least 1 image");
    }
    int value = Integer.parseInt(matcher.group(2));
    return switch (matcher.group(1)) {
      case "train" -> new GeneratedData(value, val, seed);
      case "val" -> new GeneratedData(train, value, seed);
      default -> new GeneratedData(train, val, value);
    };
  }

  int images(Split split) {
    return split == Split.TRAIN ? train : val;
  }

  /** The notation that {@link #parse} reads. */
  @Override
  public String toString() {
    return NAME + ":train=" + train + ",val=" + val + ",seed=" + seed;
  }
}
