package org.vgg4j.data.image;

import com.google.common.base.Splitter;
import java.util.List;
import org.vgg4j.core.Problem;

/**
 * The colour behind transparent pixels.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 */
public record Background(int red, int green, int blue) {
  public Background {
    if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
      throw unreadable(red + "," + green + "," + blue);
    }
  }

  /**
   * Reads {@code red,green,blue}, such as {@code 255,255,255} for white.
   *
   * @throws Problem if the text is no colour
   */
  public static Background parse(String text) {
    List<String> parts = Splitter.on(',').trimResults().splitToList(text);
    if (parts.size() != Image.CHANNELS
        || !parts.stream().allMatch(part -> part.matches("\\d{1,3}"))) {
      throw unreadable(text);
    }
    List<Integer> values = parts.stream().map(Integer::valueOf).toList();
    return new Background(values.get(0), values.get(1), values.get(2));
  }

  private static Problem unreadable(String text) {
    return Problem.configuration(
        "background " + text, "is no colour", "write red,green,blue such as 255,255,255");
  }

  /** Lays transparent pixels over this colour: uint8 (H, W, 4) to (H, W, 3), rounded half up. */
  Image under(ImageSize size, byte[] redGreenBlueAlpha) {
    int[] colour = {red, green, blue};
    byte[] pixels = new byte[Math.toIntExact(size.pixels()) * Image.CHANNELS];
    for (int from = 0, to = 0; to < pixels.length; from += 4) {
      int alpha = redGreenBlueAlpha[from + 3] & 0xFF;
      for (int channel = 0; channel < Image.CHANNELS; channel++) {
        int value = redGreenBlueAlpha[from + channel] & 0xFF;
        pixels[to++] = (byte) ((value * alpha + colour[channel] * (255 - alpha) + 127) / 255);
      }
    }
    return new Image(size, pixels);
  }

  /** The notation that {@link #parse} reads. */
  @Override
  public String toString() {
    return red + "," + green + "," + blue;
  }
}
