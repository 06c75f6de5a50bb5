package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of a pickle, read in order. Whatever they say of lengths, no more is read than is
 * there.
 */
final class PickleBytes {
  private final ByteBuffer bytes;

  PickleBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int unsignedByte() {
    checkRemaining(1);
    return Byte.toUnsignedInt(bytes.get());
  }

  int unsignedShort() {
    return (int) unsigned(Short.BYTES);
  }

  int signedInt() {
    return (int) unsigned(Integer.BYTES);
  }

  /** A number whose bytes follow, the lowest first, without a sign. */
  long unsigned(int length) {
    byte[] widened = Arrays.copyOf(take(length), Long.BYTES);
    return ByteBuffer.wrap(widened).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** A number in two's complement whose bytes follow, the lowest first. */
  BigInteger whole(long length) {
    byte[] taken = take(length);
    Bytes.reverse(taken);
    return length == 0 ? BigInteger.ZERO : new BigInteger(taken);
  }

  String text(long length) {
    return new String(take(length), UTF_8);
  }

  /** The text up to the end of the line. */
  String line() {
    int start = bytes.position();
    while (unsignedByte() != '\n') {}
    int length = bytes.position() - start - 1;
    return new String(bytes.array(), bytes.arrayOffset() + start, length, ISO_8859_1);
  }

  void skip(long length) {
    checkRemaining(length);
    bytes.position(bytes.position() + (int) length);
  }

  private byte[] take(long length) {
    checkRemaining(length);
    byte[] taken = new byte[(int) length];
    bytes.get(taken);
    return taken;
  }

  private void checkRemaining(long length) {
    checkArgument(length >= 0 && length <= bytes.remaining(), "its pickle ends too early");
  }
}
