package org.vgg4j.data.layout;

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
