package org.vgg4j.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** PNG files through the JDK, independent of the decoder under test. */
public final class PngFile {
  private PngFile() {}

  /** Reads an RGB or grey file without any colour conversion. */
  public static Image read(Path file) {
    try {
      BufferedImage picture = ImageIO.read(file.toFile());
      return imageOf(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image as the content of a PNG file. */
  public static byte[] bytes(Image image) {
    return encoded(image.picture());
  }

  private static byte[] encoded(BufferedImage picture) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Image imageOf(BufferedImage picture) {
    int bands = picture.getRaster().getNumBands();
    byte[] pixels = new byte[picture.getHeight() * picture.getWidth() * Image.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i / Image.CHANNELS;
      int band = bands < Image.CHANNELS ? 0 : i % Image.CHANNELS;
      int x = pixel % picture.getWidth();
      int y = pixel / picture.getWidth();
      pixels[i] = (byte) picture.getRaster().getSample(x, y, band);
    }
    return new Image(new ImageSize(picture.getHeight(), picture.getWidth()), pixels);
  }
}
