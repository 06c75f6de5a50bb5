package org.vgg4j.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;

/**
 * The train scale S, the smallest side of the rescaled training image: fixed, or jittered per image
 * uniformly over the whole numbers from {@code minimum} to {@code maximum}, both included (section
 * 3.1).
 *
 * @param minimum smallest S in pixels, at least 1
 * @param maximum largest S in pixels
 */
public record ScaleRange(int minimum, int maximum) {
  private static final Pattern NOTATION = Pattern.compile("(\\d{1,5})(?:\\.\\.(\\d{1,5}))?");

  public ScaleRange {
    checkArgument(minimum > 0, "a train scale is at least 1 pixel, not %s", minimum);
    checkArgument(minimum <= maximum, "a scale range goes up, not %s..%s", minimum, maximum);
  }

  /** One scale for all images. */
  public static ScaleRange fixed(int scale) {
    return new ScaleRange(scale, scale);
  }

  /**
   * Reads {@code 256} or {@code 256..512}.
   *
   * @throws Problem if the text is neither, or the range goes down
   */
  public static ScaleRange parse(String text) {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text, "is not a scale");
    }
    int minimum = Integer.parseInt(matcher.group(1));
    int maximum = matcher.group(2) == null ? minimum : Integer.parseInt(matcher.group(2));
    if (minimum < 1 || minimum > maximum) {
      throw unreadable(text, "goes down or starts below 1");
    }
    return new ScaleRange(minimum, maximum);
  }

  private static Problem unreadable(String text, String what) {
    return Problem.configuration(
        "train scale " + text, what, "write pixels such as 256, or a range such as 256..512");
  }

  /** Draws S. */
  int sample(Seed seed) {
    return seed.random().nextInt(minimum, maximum + 1);
  }

  /** Whether S is drawn anew for each image. */
  public boolean jittered() {
    return minimum < maximum;
  }

  /** The notation that {@link #parse} reads. */
  @Override
  public String toString() {
    return jittered() ? minimum + ".." + maximum : Integer.toString(minimum);
  }
}
