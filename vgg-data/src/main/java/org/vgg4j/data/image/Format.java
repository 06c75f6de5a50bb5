package org.vgg4j.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.stream.Stream;

/** How an image file is stored; the content decides, not the name. */
public enum Format {
  JPEG("\u00FF\u00D8\u00FF", true),
  PNG("\u0089PNG\r\n\u001A\n", true),
  GIF("GIF8", true),
  BMP("BM", true),
  WEBP("RIFF", false),
  TIFF("II*\0", false),
  TIFF_BIG_ENDIAN("MM\0*", false),
  ICO("\0\0\u0001\0", false);

  private final String start;
  private final boolean read;

  Format(String start, boolean read) {
    this.start = start;
    this.read = read;
  }

  /** Whether images of this format can be read here; others are known by name only. */
  public boolean isRead() {
    return read;
  }

  /** The format of a file, or empty where its first bytes are those of none. */
  public static Optional<Format> of(byte[] content) {
    int longest = Math.min(content.length, 8);
    String beginning = new String(content, 0, longest, ISO_8859_1);
    return Stream.of(values()).filter(format -> beginning.startsWith(format.start)).findFirst();
  }
}
