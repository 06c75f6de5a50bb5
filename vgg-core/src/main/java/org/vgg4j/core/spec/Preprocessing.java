package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What happens to a pixel before the first layer: {@code (value - mean) * scale} per channel, with
 * values in 0..255. The paper subtracts the mean RGB value of the training set and scales by 1
 * (section 2.1).
 *
 * @param mean the mean of R, G and B over the training set, 0..255
 * @param scale positive factor after the subtraction; small networks train better with less than 1
 */
public record Preprocessing(List<Double> mean, double scale) {
  public Preprocessing {
    mean = ImmutableList.copyOf(mean);
    checkArgument(mean.size() == 3, "the mean pixel has 3 channels, not %s", mean.size());
    checkArgument(scale > 0, "the pixel scale is positive, not %s", scale);
  }

  /** The mean pixel of ILSVRC-2012 that the authors published with their networks, scale 1. */
  public static Preprocessing imageNet() {
    return new Preprocessing(ImmutableList.of(123.68, 116.779, 103.939), 1);
  }
}
