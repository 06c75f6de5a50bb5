package org.vgg4j.data.statistics;

import org.vgg4j.data.image.Colour;
import org.vgg4j.data.image.Format;
import org.vgg4j.data.image.ImageHeader;

/** How people name the way in which an image is stored, such as {@code JPEG grey progressive}. */
final class ImageKind {
  /** Images that lie in no image file: generated ones, or planes of pixels. */
  static final String PIXELS = "pixels without a file";

  /** Files whose header says nothing that can be understood. */
  static final String UNREADABLE = "unreadable";

  private ImageKind() {}

  static String of(ImageHeader header) {
    return header.format() + colour(header) + depth(header) + passes(header);
  }

  private static String colour(ImageHeader header) {
    return switch (header.colour()) {
      case RGB -> " RGB";
      case GREY -> " grey";
      case CMYK -> " CMYK";
      case PALETTE -> header.format() == Format.GIF ? "" : " palette";
      case RGB_ALPHA -> " RGB with alpha";
      case GREY_ALPHA -> " grey with alpha";
    };
  }

  private static String depth(ImageHeader header) {
    boolean usual = header.bits() == 8 || header.colour() == Colour.PALETTE;
    return usual ? "" : " " + header.bits() + " bit";
  }

  private static String passes(ImageHeader header) {
    return header.progressive() ? " progressive" : "";
  }
}
