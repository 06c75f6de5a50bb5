package org.vgg4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.vgg4j.core.spec.Preprocessing;

/** The golden crops as pixels: they come as float32 (N, 3, H, W), RGB minus the mean pixel. */
public final class GoldenCrops {
  private GoldenCrops() {}

  /** Adds the mean pixel; what comes out must be whole levels: uint8 (N, H, W, 3), RGB. */
  public static byte[] pixels(NpyFile centred) {
    float[] values = centred.floats();
    int positions = centred.shape()[2] * centred.shape()[3];
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int channel = i / positions % 3;
      float mean = Preprocessing.imageNet().mean().get(channel).floatValue();
      int level = Math.round(values[i] + mean);
      assertThat(level - mean).isEqualTo(values[i]);
      pixels[(i / positions / 3 * positions + i % positions) * 3 + channel] = (byte) level;
    }
    return pixels;
  }
}
