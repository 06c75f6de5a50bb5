package org.vgg4j.data.image;

/** How an image file stores colours; all of them become RGB. */
public enum Colour {
  RGB,
  GREY,
  /** Four inks, as printers use them: CMYK or YCCK. */
  CMYK,
  PALETTE,
  RGB_ALPHA,
  GREY_ALPHA;

  /** Whether pixels have a transparency of their own. */
  public boolean hasAlpha() {
    return this == RGB_ALPHA || this == GREY_ALPHA;
  }
}
