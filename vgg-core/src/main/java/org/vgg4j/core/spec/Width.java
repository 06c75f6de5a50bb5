package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.IntMath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A factor on the channels of every convolution and the units of every hidden fully-connected
 * layer, kept as a fraction in lowest terms so that 1/8 and 0.125 are one value.
 */
public record Width(int numerator, int denominator) {
  /** The paper's own width. */
  public static final Width FULL = new Width(1, 1);

  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,6}))?");

  public Width {
    checkArgument(numerator > 0 && denominator > 0, "a width is more than 0");
    int common = IntMath.gcd(numerator, denominator);
    numerator /= common;
    denominator /= common;
  }

  /**
   * Reads {@code 1/8}, {@code 0.125} or {@code 2}.
   *
   * @throws IllegalArgumentException if the text is none of these, or 0
   */
  public static Width parse(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return new Width(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
    }
    Matcher decimal = DECIMAL.matcher(text);
    checkArgument(decimal.matches(), "a width is a fraction such as 1/8 or 0.125, not %s", text);
    String places = decimal.group(2) == null ? "" : decimal.group(2);
    return new Width(
        Integer.parseInt(decimal.group(1) + places), IntMath.checkedPow(10, places.length()));
  }

  /**
   * That many channels at this width: rounded to the nearest, halves up, and at least 1.
   *
   * @throws IllegalArgumentException if the result is above 999999, where the notation ends
   */
  public int of(int channels) {
    long scaled = (2L * channels * numerator + denominator) / (2L * denominator);
    checkArgument(
        scaled <= LayerParser.MOST_CHANNELS,
        "width %s of %s channels is more than 999999",
        this,
        channels);
    return (int) Math.max(1, scaled);
  }

  /** {@code 1/8}, or {@code 2} for whole numbers. */
  @Override
  public String toString() {
    return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
  }
}
