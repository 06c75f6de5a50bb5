package org.vgg4j.eval;

import org.vgg4j.data.image.ImageSize;

/** What becomes of the ratio of an image's sides when it is rescaled to a test scale. */
public enum Aspect {
  /** It stays: the smallest side becomes Q (section 3.2, "isotropically rescaled"). */
  KEPT,
  /** Both sides become Q: not the paper's, but what many programs do by mistake or to save work. */
  SQUASHED;

  /** The shape that counts as the image's; an image is rescaled from all of its pixels anyway. */
  ImageSize of(ImageSize original) {
    return this == KEPT
        ? original
        : new ImageSize(original.smallestSide(), original.smallestSide());
  }
}
