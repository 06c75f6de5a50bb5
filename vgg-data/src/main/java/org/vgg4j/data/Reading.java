package org.vgg4j.data;

import java.util.Optional;
import org.vgg4j.data.image.Decoding;

/**
 * How a data set is to be understood; all of it is a matter of bits.
 *
 * @param layout the name of its layout; empty to find out
 * @param decoding how image files become pixels
 */
public record Reading(Optional<String> layout, Decoding decoding) {
  /** Finds out the layout and reads images as the field does. */
  public static final Reading DEFAULT = new Reading(Optional.empty(), Decoding.EXACT);
}
