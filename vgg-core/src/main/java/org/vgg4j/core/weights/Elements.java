package org.vgg4j.core.weights;

import java.nio.ByteBuffer;

/** Converts between little-endian bytes and Java's numbers. */
final class Elements {
  private Elements() {}

  /** Reads all of {@code chunk} into {@code values}, from {@code first} on. */
  static void toFloats(ElementType type, ByteBuffer chunk, float[] values, int first) {
    int count = chunk.remaining() / type.bytes();
    if (type == ElementType.F32) {
      chunk.asFloatBuffer().get(values, first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      values[first + i] =
          switch (type) {
            case F32 -> chunk.getFloat();
            case F64 -> (float) chunk.getDouble();
            case I32 -> chunk.getInt();
            case I64 -> chunk.getLong();
          };
    }
  }

  /** The number at a byte of a chunk. */
  static double at(ElementType type, ByteBuffer chunk, int position) {
    return switch (type) {
      case F32 -> chunk.getFloat(position);
      case F64 -> chunk.getDouble(position);
      case I32 -> chunk.getInt(position);
      case I64 -> chunk.getLong(position);
    };
  }

  /** Whether two chunks have the same bits there: NaN equals itself, and -0 is not 0. */
  static boolean sameBits(ElementType type, ByteBuffer first, ByteBuffer second, int position) {
    return type.bytes() == Integer.BYTES
        ? first.getInt(position) == second.getInt(position)
        : first.getLong(position) == second.getLong(position);
  }
}
