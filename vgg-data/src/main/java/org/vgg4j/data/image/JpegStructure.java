package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The segments of a JPEG file up to its pixels (ITU T.81, annex B).
 *
 * @param header what the frame header says
 * @param scan where the first scan begins
 */
record JpegStructure(ImageHeader header, int scan) {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  /**
   * Reads the segments.
   *
   * @throws IndexOutOfBoundsException if the content ends too early
   * @throws IllegalArgumentException if it has no frame header
   */
  static JpegStructure of(byte[] content) {
    int position = 2;
    int frame = -1;
    while (true) {
      int marker = marker(content, position);
      if (marker == START_OF_SCAN) {
        checkArgument(frame > 0, "a scan without a frame");
        return new JpegStructure(headerOf(content, frame), position);
      }
      if (isFrame(marker)) {
        frame = position;
      }
      position =
          isAlone(content, position) ? position + 1 : position + 2 + sixteen(content, position + 2);
    }
  }

  /** Any number of fill bytes may stand before a marker. */
  private static boolean isAlone(byte[] content, int position) {
    return content[position + 1] == (byte) 0xFF;
  }

  private static int marker(byte[] content, int position) {
    checkArgument(content[position] == (byte) 0xFF, "no marker at byte %s", position);
    return content[position + 1] & 0xFF;
  }

  /** C0 to CF, but for the tables that share the range: Huffman, extensions, arithmetic. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static ImageHeader headerOf(byte[] content, int frame) {
    Colour colour =
        switch (content[frame + 9]) {
          case 1 -> Colour.GREY;
          case 3 -> Colour.RGB;
          case 4 -> Colour.CMYK;
          default -> throw new IllegalArgumentException(content[frame + 9] + " components");
        };
    return new ImageHeader(
        Format.JPEG,
        new ImageSize(sixteen(content, frame + 5), sixteen(content, frame + 7)),
        colour,
        content[frame + 4],
        (content[frame + 1] & 3) == 2);
  }

  private static int sixteen(byte[] content, int position) {
    return ((content[position] & 0xFF) << 8) | (content[position + 1] & 0xFF);
  }

  /**
   * Whether the image has an end. A file that was cut off has none: inside a scan, a byte FF is
   * never followed by that marker.
   */
  boolean ends(byte[] content) {
    for (int i = content.length - 2; i > scan; i--) {
      if (content[i] == (byte) 0xFF && content[i + 1] == (byte) END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }
}
