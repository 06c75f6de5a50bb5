package org.vgg4j.data.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.vgg4j.data.source.FilePart;

/** A part of a file that is read as if it were a file. */
final class SliceChannel implements SeekableByteChannel {
  private final FileChannel file;
  private final FilePart part;
  private long position;

  SliceChannel(FilePart part) throws IOException {
    this.file = FileChannel.open(part.file());
    this.part = part;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    long left = part.bytes() - position;
    if (left <= 0) {
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + left));
    int read = file.read(target, part.offset() + position);
    target.limit(limit);
    position += Math.max(read, 0);
    return read;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return part.bytes();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
