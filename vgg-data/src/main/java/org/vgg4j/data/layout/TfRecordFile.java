package org.vgg4j.data.layout;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.record.MaskedCrc;

/**
 * A TFRecord file: records, each with its length (8 bytes, little-endian), the checksum of the
 * length (4), data, and their checksum (4).
 *
 * @param path the file
 */
record TfRecordFile(Path path) {
  private static final int HEADER = 12;
  private static final int CHECKSUM = 4;

  /** What an index needs is near the ends of a record; more would be read in vain. */
  private static final int BUFFER_BYTES = 1 << 10;

  /** Hears what is in a record. */
  interface Visitor {
    /**
     * Hears of one record.
     *
     * @param start where its data begin in the file
     * @param bytes length of the data
     * @param fields what the data tell
     */
    void record(long start, int bytes, ExampleFields fields) throws IOException;
  }

  /**
   * Visits all records; their images are not read.
   *
   * @throws Problem if a record is cut short, is no example with an image and a label, or has a
   *     wrong checksum of its length
   */
  void visit(Visitor visitor) {
    int number = 0;
    try (FileChannel file = FileChannel.open(path)) {
      long size = file.size();
      for (long position = 0; position < size; number++) {
        int bytes = length(file, position, size);
        long start = position + HEADER;
        visitor.record(start, bytes, fields(file, start, bytes));
        position = start + bytes + CHECKSUM;
      }
    } catch (IOException e) {
      throw damaged(number, e);
    }
  }

  private static int length(FileChannel file, long position, long size) throws IOException {
    ByteBuffer header = read(file, position, HEADER);
    if (MaskedCrc.of(header.slice(0, Long.BYTES)) != header.getInt(Long.BYTES)) {
      throw new IOException("its length has a wrong checksum");
    }
    long length = header.getLong(0);
    if (length < 0 || length > size - position - HEADER - CHECKSUM) {
      throw new EOFException("the file ends in the middle of it");
    }
    return Math.toIntExact(length);
  }

  private static ExampleFields fields(FileChannel file, long start, int bytes) throws IOException {
    CodedInputStream message =
        CodedInputStream.newInstance(new PositionalInput(file, start), BUFFER_BYTES);
    message.pushLimit(bytes);
    try {
      return ExampleFields.parse(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("it is no tf.train.Example", e);
    }
  }

  /**
   * The data of a record.
   *
   * @throws IOException if they can't be read
   * @throws Problem if their checksum is wrong
   */
  ByteBuffer data(int number, long start, int bytes) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer data = read(file, start, bytes + CHECKSUM);
      if (MaskedCrc.of(data.slice(0, bytes)) != data.getInt(bytes)) {
        throw damaged(number, new IOException("it has a wrong checksum"));
      }
      return data;
    }
  }

  private static ByteBuffer read(FileChannel file, long position, int bytes) throws IOException {
    return PositionalInput.read(file, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where a record is, for messages. */
  String place(int number) {
    return path + ": record " + number;
  }

  private Problem damaged(int number, IOException cause) {
    return Problem.data(
            place(number),
            "can't be read (" + cause.getMessage() + ")",
            "copy or download the file again")
        .causedBy(cause);
  }
}
