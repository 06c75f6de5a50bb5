package org.vgg4j.core.weights;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;

/**
 * The CRC-32C of all values in a file, as eight hexadecimal digits in its metadata. It tells a file
 * that a disk or a copy has damaged; it is no protection against people.
 */
final class Checksum {
  static final String KEY = "crc32c";

  private Checksum() {}

  /** The digits. */
  static String text(long checksum) {
    return "%08x".formatted(checksum);
  }

  /** Where the digits start in the first bytes of a file, which are known only after all values. */
  static int placeIn(byte[] header) {
    byte[] before = ("\"" + KEY + "\":\"").getBytes(UTF_8);
    return Bytes.indexOf(header, before) + before.length;
  }
}
