package org.vgg4j.data.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the content of a file is known by.
 *
 * @param algorithm {@code SHA-256}, or {@code MD5} where nothing better was published
 * @param hex in lower case
 */
public record Checksum(String algorithm, String hex) {
  private static final int BUFFER_BYTES = 1 << 20;

  static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /**
   * The checksum of a file by the same algorithm; reads all of it.
   *
   * @throws IOException if it can't be read
   */
  Checksum of(Path file, Progress progress) throws IOException {
    progress.starts("checking " + file.getFileName(), Files.size(file));
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        progress.moved(read);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5 and SHA-256", e);
    }
  }

  /** {@code SHA-256 c4a38c50...}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
