package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

/** Pictures for tests, and how far two of them are apart. */
public final class Levels {
  private Levels() {}

  /** The largest difference between two images of one size, in levels of 0..255. */
  public static int between(Image one, Image other) {
    assertThat(one.size()).isEqualTo(other.size());
    int largest = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      int difference = (one.pixels()[i] & 0xFF) - (other.pixels()[i] & 0xFF);
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest;
  }

  /** The mean difference between two images of one size, in levels of 0..255. */
  public static double meanBetween(Image one, Image other) {
    assertThat(one.size()).isEqualTo(other.size());
    long sum = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      sum += Math.abs((one.pixels()[i] & 0xFF) - (other.pixels()[i] & 0xFF));
    }
    return (double) sum / one.pixels().length;
  }

  /** The mean of one channel, 0..255. */
  public static double mean(Image image, int channel) {
    long sum = 0;
    for (int i = channel; i < image.pixels().length; i += Image.CHANNELS) {
      sum += image.pixels()[i] & 0xFF;
    }
    return (double) sum / image.size().pixels();
  }

  /** An image of independent random values: the hardest case for a resampler. */
  public static Image noise(ImageSize size, long seed) {
    byte[] pixels = new byte[Math.toIntExact(size.pixels()) * Image.CHANNELS];
    new SplittableRandom(seed).nextBytes(pixels);
    return new Image(size, pixels);
  }
}
