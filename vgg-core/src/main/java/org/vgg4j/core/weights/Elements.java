package org.vgg4j.core.weights;

import com.google.common.primitives.UnsignedLong;
import java.nio.ByteBuffer;

/** Converts bytes, in the buffer's order, to Java's numbers. */
public final class Elements {
  private Elements() {}

  /**
   * Reads all of {@code chunk} into {@code values}, from {@code first} on. What float32 can't hold
   * is rounded to the nearest; true is 1.
   */
  public static void toFloats(ElementType type, ByteBuffer chunk, float[] values, int first) {
    int count = chunk.remaining() / type.bytes();
    if (type == ElementType.F32) {
      chunk.asFloatBuffer().get(values, first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      values[first + i] = floatAt(type, chunk, chunk.position() + i * type.bytes());
    }
  }

  /**
   * An int64 is not rounded to float64 on its way: rounding twice may differ from rounding once.
   */
  private static float floatAt(ElementType type, ByteBuffer chunk, int position) {
    return switch (type) {
      case I64 -> chunk.getLong(position);
      case U64 -> UnsignedLong.fromLongBits(chunk.getLong(position)).floatValue();
      default -> (float) at(type, chunk, position);
    };
  }

  /** The number at a byte of a chunk. */
  static double at(ElementType type, ByteBuffer chunk, int position) {
    return switch (type) {
      case BOOL -> chunk.get(position) == 0 ? 0 : 1;
      case U8 -> Byte.toUnsignedInt(chunk.get(position));
      case I8 -> chunk.get(position);
      case U16 -> Short.toUnsignedInt(chunk.getShort(position));
      case I16 -> chunk.getShort(position);
      case F16 -> half(chunk.getShort(position));
      case BF16 -> Float.intBitsToFloat(chunk.getShort(position) << 16);
      case U32 -> Integer.toUnsignedLong(chunk.getInt(position));
      case I32 -> chunk.getInt(position);
      case F32 -> chunk.getFloat(position);
      case U64 -> UnsignedLong.fromLongBits(chunk.getLong(position)).doubleValue();
      case I64 -> chunk.getLong(position);
      case F64 -> chunk.getDouble(position);
    };
  }

  /** IEEE 754 half precision: a sign, 5 bits of exponent with bias 15, 10 bits of fraction. */
  private static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((float) fraction, -24);
          case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Math.scalb((float) (0x400 | fraction), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  /** Whether two chunks have the same bits there: NaN equals itself, and -0 is not 0. */
  static boolean sameBits(ElementType type, ByteBuffer first, ByteBuffer second, int position) {
    return switch (type.bytes()) {
      case Byte.BYTES -> first.get(position) == second.get(position);
      case Short.BYTES -> first.getShort(position) == second.getShort(position);
      case Integer.BYTES -> first.getInt(position) == second.getInt(position);
      default -> first.getLong(position) == second.getLong(position);
    };
  }
}
