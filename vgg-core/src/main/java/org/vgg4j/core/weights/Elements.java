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
}
