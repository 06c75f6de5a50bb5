package org.vgg4j.data.image;

import java.util.Optional;

/**
 * The choices in reading an image file. The defaults are those of the field's ImageNet pipelines.
 *
 * @param upright whether an image is turned as its EXIF orientation says; by default it is not
 * @param background what transparent pixels lie over; by default transparency is dropped and the
 *     stored colour counts
 * @param reduced whether JPEG images that are to be made much smaller may be decoded at 1/2, 1/4 or
 *     1/8 of their size: faster, and a few levels off; by default they are not
 */
public record Decoding(boolean upright, Optional<Background> background, boolean reduced) {
  /** The defaults: bit for bit what Pillow gives. */
  public static final Decoding EXACT = new Decoding(false, Optional.empty(), false);

  /** For people and for hashes: empty for the defaults. */
  @Override
  public String toString() {
    return (upright ? " upright" : "")
        + background.map(colour -> " background=" + colour).orElse("")
        + (reduced ? " reduced" : "");
  }
}
