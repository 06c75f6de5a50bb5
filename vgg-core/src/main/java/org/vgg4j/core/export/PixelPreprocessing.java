package org.vgg4j.core.export;

import java.util.Locale;

/** Where the mean is subtracted from the pixels of an exported network. */
public enum PixelPreprocessing {
  /** In the network, which takes levels of 0..255. */
  INSIDE,
  /** Before the network, by who calls it. */
  OUTSIDE;

  /** {@code inside} or {@code outside}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
