package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.weights.ElementType;

/**
 * Files whose bytes follow each other as if they were one.
 *
 * @param files in their order
 */
record Shards(List<Path> files) {
  private static final ElementStream FLOATS =
      new ElementStream(ElementType.F32, ByteOrder.LITTLE_ENDIAN);

  Shards {
    files = ImmutableList.copyOf(files);
  }

  private ByteSource bytes() {
    return ByteSource.concat(files.stream().map(MoreFiles::asByteSource).toList());
  }

  /** Bytes in all of them. */
  long size() throws IOException {
    return bytes().size();
  }

  /**
   * Little-endian float32 values.
   *
   * @param position of the first one's first byte, counted over all files
   */
  float[] floats(long position, int count) throws IOException {
    try (InputStream stream = bytes().slice(position, Long.MAX_VALUE - position).openStream()) {
      return FLOATS.read(stream, count);
    }
  }
}
