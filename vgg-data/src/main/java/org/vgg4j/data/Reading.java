package org.vgg4j.data;

import java.util.Optional;
import org.vgg4j.data.image.Decoding;

/**
 * How a data set is to be understood; all of it is a matter of bits.
 *
 * @param layout the name of its layout; empty to find out
 * @param decoding how image files become pixels
 * @param onBadImage what becomes of an image that can't be decoded
 */
public record Reading(Optional<String> layout, Decoding decoding, OnBadImage onBadImage) {
  /** Finds out the layout, reads images as the field does, leaves none out. */
  public static final Reading DEFAULT =
      new Reading(Optional.empty(), Decoding.EXACT, OnBadImage.FAIL);

  /** The same in that layout. */
  public Reading in(String name) {
    return new Reading(Optional.of(name), decoding, onBadImage);
  }
}
