package org.vgg4j.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.statistics.PrincipalComponents;

/**
 * Krizhevsky's random shift of an image's colours (section 3.1 by its reference): along each
 * principal component of the training set's colours by a normally distributed multiple of its
 * eigenvalue, the same for every pixel of an image. The eigenvalues are those of colours from 0 to
 * 1, as in all known implementations: with those of 0..255 every image would be driven to black or
 * white.
 *
 * @param deviation standard deviation of the multiple; 0.1 in the paper, 0 for no shift
 * @param components of the colours of the training set
 */
public record ColourShift(double deviation, PrincipalComponents components) {
  /** No shift. */
  public static final ColourShift NONE = new ColourShift(0, PrincipalComponents.KRIZHEVSKY);

  private static final double WHITE = 255;

  public ColourShift {
    checkArgument(
        deviation >= 0 && Double.isFinite(deviation),
        "a standard deviation is at least 0, not %s",
        deviation);
  }

  /** Draws what is added to red, green and blue, in levels of 0..255. */
  public float[] sample(Seed seed) {
    if (deviation == 0) {
      return new float[Image.CHANNELS];
    }
    var random = seed.random();
    double[] multiples = new double[components.values().size()];
    for (int k = 0; k < multiples.length; k++) {
      multiples[k] = deviation * random.nextGaussian();
    }
    return shift(multiples);
  }

  /**
   * What is added to red, green and blue, in levels of 0..255.
   *
   * @param multiples of each eigenvalue
   */
  float[] shift(double[] multiples) {
    double[] sums = new double[Image.CHANNELS];
    for (int k = 0; k < multiples.length; k++) {
      double length = multiples[k] * components.values().get(k) / WHITE;
      for (int channel = 0; channel < sums.length; channel++) {
        sums[channel] += length * components.vectors().get(k).get(channel);
      }
    }
    return new float[] {(float) sums[0], (float) sums[1], (float) sums[2]};
  }
}
