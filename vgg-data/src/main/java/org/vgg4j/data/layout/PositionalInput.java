package org.vgg4j.data.layout;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file as a stream in which skipping costs nothing. The file stays the caller's to close. */
final class PositionalInput extends InputStream {
  private final FileChannel file;
  private long position;

  PositionalInput(FileChannel file, long position) {
    this.file = file;
    this.position = position;
  }

  /**
   * All bytes of a part of a file.
   *
   * @throws EOFException if the file ends before
   */
  static ByteBuffer read(FileChannel file, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file ends in the middle of it");
      }
    }
    return buffer.flip();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = file.read(ByteBuffer.wrap(target, offset, length), position);
    position += Math.max(read, 0);
    return read;
  }

  /** May go beyond the end, where nothing can be read. */
  @Override
  public long skip(long bytes) {
    position += bytes;
    return bytes;
  }
}
