package org.vgg4j.experiments.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;

/** Long texts in a few digits. */
final class Digest {
  private static final int DIGITS = 12;

  private Digest() {}

  static String of(String text) {
    return shortened(Hashing.sha256().hashString(text, UTF_8).toString());
  }

  /** The first digits of a hash. */
  static String shortened(String hash) {
    return hash.substring(0, DIGITS);
  }
}
