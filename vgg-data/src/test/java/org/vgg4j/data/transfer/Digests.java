package org.vgg4j.data.transfer;

import com.google.common.hash.Hashing;

/** Checksums of what tests make. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] content) {
    return Hashing.sha256().hashBytes(content).toString();
  }
}
