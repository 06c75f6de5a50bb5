package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkState;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

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
    return file.decoded(this::decoded);
  }

  private Image decoded(byte[] bytes) throws IOException {
    Image image =
        switch (header.format()) {
          case BMP -> RasterHeaders.isPlainBmp(bytes) ? operations.opaque(bytes) : bmp(bytes);
          case GIF -> GifFile.decoded(bytes, background, operations::opaque);
          default ->
              background
                  .map(colour -> operations.over(colour, bytes))
                  .orElseGet(() -> operations.opaque(bytes));
        };
    // Windows are chosen by the header's size.
    checkState(image.size().equals(header.size()), "%s, not %s", image, header.size());
    return image;
  }

  /** TensorFlow would take the numbers of palette entries for levels of grey; the JDK does not. */
  private static Image bmp(byte[] bytes) throws IOException {
    BufferedImage read =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
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
