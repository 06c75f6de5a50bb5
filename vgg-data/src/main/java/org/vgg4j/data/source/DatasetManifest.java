package org.vgg4j.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.util.List;

/**
 * What a split consists of, in lines that can be stored and compared. Two splits with equal hashes
 * have the same ids, labels and bytes in the same order.
 *
 * @param lines one per image, {@code id TAB label TAB bytes TAB SHA-256 of the file}; for generated
 *     images one line with the parameters
 */
public record DatasetManifest(List<String> lines) {
  public DatasetManifest {
    lines = ImmutableList.copyOf(lines);
  }

  /** The line of one file. */
  static String line(String id, int label, byte[] content) {
    return id + '\t' + label + '\t' + content.length + '\t' + Hashing.sha256().hashBytes(content);
  }

  /** All lines, each ended by a line feed. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The SHA-256 of {@link #text} in UTF-8, 64 hexadecimal digits. */
  public String hash() {
    return Hashing.sha256().hashString(text(), UTF_8).toString();
  }

  @Override
  public String toString() {
    return hash();
  }
}
