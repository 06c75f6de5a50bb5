package org.vgg4j.data.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * A file of records of one length behind a header. The file is mapped, not read: only the records
 * that somebody asks for come into memory, and threads that are interrupted can't close it.
 */
final class RecordFile {
  private final Path path;
  private final ByteBuffer content;
  private final int headerBytes;
  private final int recordBytes;

  private RecordFile(Path path, ByteBuffer content, int headerBytes, int recordBytes) {
    this.path = path;
    this.content = content;
    this.headerBytes = headerBytes;
    this.recordBytes = recordBytes;
  }

  /**
   * A file that consists of records alone.
   *
   * @throws Problem unless there is such a file and its length is a multiple of a record's
   */
  static RecordFile of(Path path, int recordBytes) {
    ByteBuffer content = map(path);
    if (content.limit() == 0 || content.limit() % recordBytes != 0) {
      throw Problem.data(
          path.toString(),
          "has " + content.limit() + " bytes, no multiple of a record's " + recordBytes,
          "it is cut short or of another format; unpack or download it again");
    }
    return new RecordFile(path, content, 0, recordBytes);
  }

  /** Records in a part of {@code content}, which came from {@code path}. */
  static RecordFile within(Path path, ByteBuffer content, int headerBytes, int recordBytes) {
    return new RecordFile(path, content, headerBytes, recordBytes);
  }

  /**
   * The bytes of a file, which are read when they are needed.
   *
   * @throws Problem if the file can't be opened or has 2 GiB or more
   */
  static ByteBuffer map(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException("it has 2 GiB or more");
      }
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    } catch (IOException e) {
      throw Problem.data(
              path.toString(), "can't be read (" + e + ")", "check that it exists and is readable")
          .causedBy(e);
    }
  }

  Path path() {
    return path;
  }

  /** Number of records. */
  int size() {
    return (content.limit() - headerBytes) / recordBytes;
  }

  int recordBytes() {
    return recordBytes;
  }

  byte[] record(int index) {
    byte[] bytes = new byte[recordBytes];
    content.get(headerBytes + index * recordBytes, bytes);
    return bytes;
  }

  /** One byte of a record as 0..255. */
  int value(int index, int offset) {
    return content.get(headerBytes + index * recordBytes + offset) & 0xFF;
  }
}
