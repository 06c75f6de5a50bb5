package org.vgg4j.data.image;

import java.io.IOException;

/** The bytes of an image file and the name to blame them on. */
final class FileContent {
  private final String place;
  private final byte[] bytes;

  FileContent(String place, byte[] bytes) {
    this.place = place;
    this.bytes = bytes;
  }

  /** A decoder that may refuse the bytes. */
  @FunctionalInterface
  interface Decoder {
    Image decode(byte[] bytes) throws IOException;
  }

  /** What {@code decoder} makes of the bytes; whatever it dislikes becomes one clear line. */
  Image decoded(Decoder decoder) {
    try {
      return decoder.decode(bytes);
    } catch (IOException | RuntimeException e) {
      throw ImageHeader.damaged(place).causedBy(e);
    }
  }
}
