package org.vgg4j.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTests {
  @ParameterizedTest
  @CsvSource({
    "BOOL, 00, 0",
    "BOOL, 01, 1",
    "U8, ff, 255",
    "I8, ff, -1",
    "U16, ffff, 65535",
    "I16, ffff, -1",
    "F16, 3c00, 1",
    "F16, c000, -2",
    "F16, 8000, -0.0",
    "F16, 7bff, 65504",
    "F16, 0400, 6.103515625e-5",
    "F16, 0001, 5.9604644775390625e-8",
    "F16, 83ff, -6.097555160522461e-5",
    "F16, fc00, -Infinity",
    "F16, 7e00, NaN",
    "BF16, 3f80, 1",
    "BF16, c049, -3.140625",
    "BF16, ff80, -Infinity",
    "BF16, 0001, 9.183549615799121e-41",
    "U32, ffffffff, 4294967295",
    "I32, ffffffff, -1",
    "F32, 3dcccccd, 0.1",
    "U64, ffffffffffffffff, 18446744073709551615",
    "I64, ffffffffffffffff, -1",
    "F64, 3fb999999999999a, 0.1"
  })
  void anElementOfEachTypeBecomesItsNumber(ElementType type, String hex, float expected) {
    assertThat(type.bytes()).isEqualTo(hex.length() / 2);
    assertThat(Float.floatToIntBits(read(type, hex))).isEqualTo(Float.floatToIntBits(expected));
  }

  /**
   * To float64 it rounds down to the middle between two float32, and from there to the even one.
   */
  @Test
  void anInt64IsRoundedOnce() {
    assertThat(read(ElementType.I64, "4000004000000001")).isEqualTo(0x1.000002p62f);
    assertThat(read(ElementType.U64, "4000004000000001")).isEqualTo(0x1.000002p62f);
  }

  @Test
  void allHalfPrecisionNumbersAreExact() {
    ByteBuffer bytes = ByteBuffer.allocate(2);
    for (int bits = 0; bits < 0x7c00; bits++) {
      int exponent = Math.max(1, bits >> 10);
      double fraction = (bits & 0x3ff) / 1024.0 + (bits < 0x400 ? 0 : 1);
      double expected = fraction * Math.pow(2, exponent - 15);
      assertThat(Elements.at(ElementType.F16, bytes.putShort(0, (short) bits), 0))
          .isEqualTo(expected);
    }
  }

  private static float read(ElementType type, String hex) {
    float[] values = new float[3];
    ByteBuffer chunk = ByteBuffer.wrap(HexFormat.of().parseHex("ff" + hex));
    Elements.toFloats(type, chunk.order(ByteOrder.BIG_ENDIAN).position(1), values, 2);
    return values[2];
  }
}
