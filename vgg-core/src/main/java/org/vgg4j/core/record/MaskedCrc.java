package org.vgg4j.core.record;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The checksum of TFRecord files: a CRC-32C, turned and shifted so that the checksum of data that
 * hold checksums stays a good one.
 */
public final class MaskedCrc {
  private static final int DELTA = 0xA282EAD8;
  private static final int TURN = 15;

  private MaskedCrc() {}

  /** The checksum of the bytes that are left in a buffer, which stay there. */
  public static int of(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return Integer.rotateRight((int) crc.getValue(), TURN) + DELTA;
  }
}
