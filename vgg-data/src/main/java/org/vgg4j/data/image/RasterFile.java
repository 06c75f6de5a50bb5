package org.vgg4j.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A PNG, GIF or BMP file: decoded as a whole. */
final class RasterFile implements StoredImage {
  private final FileContent file;
  private final ImageHeader header;
  private final DecodeOperations operations;
  private final Optional<Background> background;

  RasterFile(
      FileContent file,
      ImageHeader header,
      DecodeOperations operations,
      Optional<Background> background) {
    this.file = file;
    this.header = header;
    this.operations = operations;
    this.background = background;
  }

  @Override
  public ImageSize size() {
    return header.size();
  }

  @Override
  public Image decoded() {
    return switch (header.format()) {
      case BMP ->
          file.decoded(header.colour() == Colour.PALETTE ? RasterFile::bmp : operations::opaque);
      case PNG -> background.map(this::over).orElseGet(() -> file.decoded(operations::opaque));
      default -> file.decoded(operations::opaque);
    };
  }

  private Image over(Background colour) {
    return file.decoded(bytes -> operations.over(colour, bytes));
  }

  /** TensorFlow would take the numbers of palette entries for levels of grey; the JDK does not. */
  private static Image bmp(byte[] bytes) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
    ImageSize size = new ImageSize(read.getHeight(), read.getWidth());
    int[] packed = read.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
    byte[] pixels = new byte[packed.length * Image.CHANNELS];
    for (int i = 0; i < packed.length; i++) {
      pixels[i * Image.CHANNELS] = (byte) (packed[i] >> 16);
      pixels[i * Image.CHANNELS + 1] = (byte) (packed[i] >> 8);
      pixels[i * Image.CHANNELS + 2] = (byte) packed[i];
    }
    return new Image(size, pixels);
  }

  @Override
  public Image region(Window window) {
    return decoded().crop(window);
  }
}
