package org.vgg4j.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The headers of the formats that have all they say at fixed places. */
final class RasterHeaders {
  private static final int BMP_HEADER = 14;
  private static final int OLD_BMP_HEADER = 12;
  private static final int BMP_BITS_PER_PIXEL = 28;

  private RasterHeaders() {}

  /** PNG (specification, section 11.2.2): the IHDR chunk is the first. */
  static ImageHeader png(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    ImageSize size = new ImageSize(bytes.getInt(20), bytes.getInt(16));
    Colour colour =
        switch (bytes.get(25)) {
          case 0 -> Colour.GREY;
          case 2 -> Colour.RGB;
          case 3 -> Colour.PALETTE;
          case 4 -> Colour.GREY_ALPHA;
          case 6 -> Colour.RGB_ALPHA;
          default -> throw new IllegalArgumentException("colour type " + bytes.get(25));
        };
    return new ImageHeader(Format.PNG, size, colour, bytes.get(24), false);
  }

  /** GIF: the first frame may reach over the border of the image. */
  static ImageHeader gif(byte[] content) {
    ImageSize size = GifStructure.of(content).size(content);
    return new ImageHeader(Format.GIF, size, Colour.PALETTE, 8, false);
  }

  /** BMP: a negative height means that the rows go down. */
  static ImageHeader bmp(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(BMP_HEADER) == OLD_BMP_HEADER) {
      ImageSize old =
          new ImageSize(
              Short.toUnsignedInt(bytes.getShort(20)), Short.toUnsignedInt(bytes.getShort(18)));
      return bmp(old, bytes.getShort(24));
    }
    return bmp(
        new ImageSize(Math.abs(bytes.getInt(22)), bytes.getInt(18)),
        bytes.getShort(BMP_BITS_PER_PIXEL));
  }

  private static ImageHeader bmp(ImageSize size, int bitsPerPixel) {
    Colour colour = bitsPerPixel <= 8 ? Colour.PALETTE : Colour.RGB;
    return new ImageHeader(Format.BMP, size, colour, Math.min(8, bitsPerPixel), false);
  }

  /** Whether a BMP file is of the kind that TensorFlow reads: three or four bytes a pixel. */
  static boolean isPlainBmp(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(BMP_HEADER) != OLD_BMP_HEADER && bytes.getShort(BMP_BITS_PER_PIXEL) >= 24;
  }
}
