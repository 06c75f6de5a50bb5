package org.vgg4j.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The headers of the formats that have all they say at fixed places. */
final class RasterHeaders {
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

  static ImageHeader gif(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ImageSize size =
        new ImageSize(
            Short.toUnsignedInt(bytes.getShort(8)), Short.toUnsignedInt(bytes.getShort(6)));
    return new ImageHeader(Format.GIF, size, Colour.PALETTE, 8, false);
  }

  /** BMP: a negative height means that the rows go down. */
  static ImageHeader bmp(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ImageSize size = new ImageSize(Math.abs(bytes.getInt(22)), bytes.getInt(18));
    int bitsPerPixel = bytes.getShort(28);
    Colour colour = bitsPerPixel <= 8 ? Colour.PALETTE : Colour.RGB;
    return new ImageHeader(Format.BMP, size, colour, Math.min(8, bitsPerPixel), false);
  }
}
