package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What happens to a pixel before the first layer: {@code (value - mean) * scale} per channel, with
 * values in 0..255. The paper subtracts the mean RGB value of the training set and scales by 1
 * (section 2.1); other software also divides by a standard deviation per channel.
 *
 * @param mean the mean of R, G and B over the training set, 0..255
 * @param scale positive factors of R, G and B after the subtraction; small networks train better
 *     with less than 1
 */
public record Preprocessing(List<Double> mean, List<Double> scale) {
  private static final int CHANNELS = 3;

  public Preprocessing {
    mean = ImmutableList.copyOf(mean);
    scale = ImmutableList.copyOf(scale);
    checkArgument(mean.size() == CHANNELS, "the mean pixel has 3 channels, not %s", mean.size());
    checkArgument(scale.size() == CHANNELS, "the scale has 3 channels, not %s", scale.size());
    for (double factor : scale) {
      checkArgument(factor > 0, "the pixel scale is positive, not %s", factor);
    }
  }

  /** One scale for all channels. */
  public Preprocessing(List<Double> mean, double scale) {
    this(mean, ImmutableList.of(scale, scale, scale));
  }

  /** The mean pixel of ILSVRC-2012 that the authors published with their networks, scale 1. */
  public static Preprocessing imageNet() {
    return new Preprocessing(ImmutableList.of(123.68, 116.779, 103.939), 1);
  }

  /** The different factors: one where all channels have the same, else those of R, G and B. */
  public List<Double> factors() {
    boolean uniform = scale.stream().distinct().count() == 1;
    return uniform ? scale.subList(0, 1) : scale;
  }
}
