package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.ByteArrayOutputStream;
import java.util.OptionalInt;

/**
 * The blocks of a GIF file up to its first frame (GIF89a specification).
 *
 * @param frame where the descriptor of the first frame begins
 * @param transparent the palette entry that is see-through in that frame
 */
record GifStructure(int frame, OptionalInt transparent) {
  private static final int SCREEN = 6;
  private static final int TABLE = 13;
  private static final int DESCRIPTOR = 10;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  /**
   * Reads the blocks.
   *
   * @throws IndexOutOfBoundsException if the content ends too early
   * @throws IllegalArgumentException if it has no frame
   */
  static GifStructure of(byte[] content) {
    OptionalInt transparent = OptionalInt.empty();
    int position = TABLE + tableBytes(content[TABLE - 3]);
    while (content[position] == EXTENSION) {
      boolean control = (content[position + 1] & 0xFF) == GRAPHIC_CONTROL;
      if (control && (content[position + 3] & 1) != 0) {
        transparent = OptionalInt.of(content[position + 6] & 0xFF);
      }
      position = behindBlocks(content, position + 2);
    }
    checkArgument(content[position] == IMAGE, "no frame at byte %s", position);
    return new GifStructure(position, transparent);
  }

  /** Where the frame lies in the image. */
  Window window(byte[] content) {
    return new Window(
        sixteen(content, frame + 3),
        sixteen(content, frame + 1),
        sixteen(content, frame + 7),
        sixteen(content, frame + 5));
  }

  /** The size of the image; a frame that reaches over its border makes it larger, as in Pillow. */
  ImageSize size(byte[] content) {
    Window window = window(content);
    return new ImageSize(
        Math.max(sixteen(content, SCREEN + 2), window.y() + window.height()),
        Math.max(sixteen(content, SCREEN), window.x() + window.width()));
  }

  /** A file of the first frame alone, as large as that, all its pixels opaque. */
  byte[] alone(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(content, 0, SCREEN);
    file.write(content, frame + 5, 4);
    file.write(content, SCREEN + 4, TABLE + tableBytes(content[TABLE - 3]) - SCREEN - 4);
    file.write(IMAGE);
    file.write(new byte[4], 0, 4);
    file.write(content, frame + 5, end(content) - frame - 5);
    file.write(TRAILER);
    return file.toByteArray();
  }

  /** Where the red of a palette entry of the frame is; empty where it has no such entry. */
  OptionalInt entry(byte[] content, int index) {
    int local = tableBytes(content[frame + DESCRIPTOR - 1]);
    int start = local > 0 ? frame + DESCRIPTOR : TABLE;
    int bytes = local > 0 ? local : tableBytes(content[TABLE - 3]);
    int entry = index * Image.CHANNELS;
    return entry < bytes ? OptionalInt.of(start + entry) : OptionalInt.empty();
  }

  /** Goes through all that follows the first frame. A file may lack its end mark. */
  void walkToTheEnd(byte[] content) {
    int position = end(content);
    while (position < content.length && content[position] != TRAILER) {
      boolean image = content[position] == IMAGE;
      checkArgument(image || content[position] == EXTENSION, "no block at byte %s", position);
      position = image ? frameEnd(content, position) : behindBlocks(content, position + 2);
    }
  }

  private int end(byte[] content) {
    return frameEnd(content, frame);
  }

  private static int frameEnd(byte[] content, int frame) {
    int table = tableBytes(content[frame + DESCRIPTOR - 1]);
    return behindBlocks(content, frame + DESCRIPTOR + table + 1);
  }

  private static int behindBlocks(byte[] content, int first) {
    int position = first;
    while (content[position] != 0) {
      position += 1 + (content[position] & 0xFF);
    }
    return position + 1;
  }

  private static int tableBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : Image.CHANNELS << ((flags & 7) + 1);
  }

  private static int sixteen(byte[] content, int position) {
    return (content[position] & 0xFF) | ((content[position + 1] & 0xFF) << 8);
  }
}
