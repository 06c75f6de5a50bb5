package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files whose bytes follow each other as if they were one.
 *
 * @param files in their order
 */
record Shards(List<Path> files) {
  private static final int CHUNK = 1 << 20;

  Shards {
    files = ImmutableList.copyOf(files);
  }

  /** Bytes in all of them. */
  long size() throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  /**
   * Little-endian float32 values.
   *
   * @param position of the first one's first byte, counted over all files
   */
  float[] floats(long position, int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < count; first += CHUNK / Float.BYTES) {
      int length = Math.min(CHUNK / Float.BYTES, count - first);
      fill(chunk.clear().limit(length * Float.BYTES), position + (long) first * Float.BYTES);
      chunk.flip().asFloatBuffer().get(values, first, length);
    }
    return values;
  }

  private void fill(ByteBuffer buffer, long position) throws IOException {
    long start = 0;
    for (Path file : files) {
      long end = start + Files.size(file);
      while (buffer.hasRemaining() && position + buffer.position() < end) {
        read(file, buffer, position + buffer.position() - start);
      }
      start = end;
    }
    checkArgument(!buffer.hasRemaining(), "its binary files end too early");
  }

  private static void read(Path file, ByteBuffer buffer, long position) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.read(buffer, position) < 0) {
        throw new EOFException(file + " ends too early");
      }
    }
  }
}
