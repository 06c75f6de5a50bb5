package org.vgg4j.data.image;

import org.vgg4j.core.Problem;

/**
 * What an image file says of itself before its pixels.
 *
 * @param format of the content, whatever the name says
 * @param size in pixels, as stored
 * @param colour how a pixel is stored
 * @param bits of one value: 8, or 16, or fewer in palettes and black-and-white images
 * @param progressive whether a JPEG file is stored in several passes
 */
public record ImageHeader(
    Format format, ImageSize size, Colour colour, int bits, boolean progressive) {

  /**
   * Reads the header of a JPEG, PNG, GIF or BMP file.
   *
   * @param place where the content came from, for messages
   * @param content the file, or its beginning
   * @throws Problem if the content is none of these or ends within the header
   */
  public static ImageHeader of(String place, byte[] content) {
    Format format = Format.of(content).orElseThrow(() -> unknown(place, content.length));
    try {
      return switch (format) {
        case JPEG -> JpegStructure.of(content).header();
        case PNG -> RasterHeaders.png(content);
        case GIF -> RasterHeaders.gif(content);
        case BMP -> RasterHeaders.bmp(content);
        default -> throw foreign(place, format);
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged(place).causedBy(e);
    }
  }

  private static Problem unknown(String place, int length) {
    return Problem.data(
        place,
        length == 0 ? "is an empty file" : "is no JPEG, PNG, GIF or BMP image",
        "replace or delete the file");
  }

  private static Problem foreign(String place, Format format) {
    String name = format == Format.TIFF_BIG_ENDIAN ? "TIFF" : format.toString();
    return Problem.data(place, "is a " + name + " image, which is not read", "convert it to PNG");
  }

  /** The line for content that begins as an image and goes on as none. */
  static Problem damaged(String place) {
    return Problem.data(place, "is damaged or cut off", "replace or delete the file");
  }
}
