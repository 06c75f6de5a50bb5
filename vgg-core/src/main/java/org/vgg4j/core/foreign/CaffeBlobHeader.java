package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Longs;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a blob and the number of its values, read from its message without the values: Caffe
 * wrote four sizes ({@code num}, {@code channels}, {@code height}, {@code width}) until 2014, and a
 * list since.
 */
final class CaffeBlobHeader {
  static final int FLOATS = 5;
  static final int DOUBLES = 8;
  private static final int LEGACY_SIZES = 4;
  private static final int SHAPE = 7;
  private static final int SHAPE_SIZES = 1;

  /** More than any tensor has; {@link TensorSizes} draws the line. */
  private static final int MOST_SIZES = 1000;

  private final int position;
  private final int length;
  private final long[] legacySizes = new long[LEGACY_SIZES];
  private final List<Long> sizes = new ArrayList<>();
  private boolean legacy;
  private boolean listed;
  private long floats;
  private long doubles;

  private CaffeBlobHeader(int position, int length) {
    this.position = position;
    this.length = length;
  }

  /** Reads a blob's message, whose length comes next in the stream. */
  static CaffeBlobHeader read(CodedInputStream input) throws IOException {
    int length = input.readRawVarint32();
    int outer = input.pushLimit(length);
    CaffeBlobHeader header = new CaffeBlobHeader(input.getTotalBytesRead(), length);
    Fields.forEach(input, (number, wireType) -> header.read(input, number, wireType));
    input.popLimit(outer);
    return header;
  }

  private boolean read(CodedInputStream input, int number, int wireType) throws IOException {
    if (number >= 1 && number <= LEGACY_SIZES && wireType == WireFormat.WIRETYPE_VARINT) {
      legacySizes[number - 1] = input.readInt32();
      legacy = true;
      return true;
    }
    if (number == SHAPE && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      listed = true;
      Fields.forEachEmbedded(input, (inner, type) -> readSizes(input, inner, type));
      return true;
    }
    if (!holdsValues(number, wireType)) {
      return false;
    }
    if (number == FLOATS) {
      floats += skipped(input, wireType, Float.BYTES);
    } else {
      doubles += skipped(input, wireType, Double.BYTES);
    }
    return true;
  }

  /** Whether a field holds values: one, or many that are packed. */
  static boolean holdsValues(int number, int wireType) {
    boolean packed = wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    return (number == FLOATS && (packed || wireType == WireFormat.WIRETYPE_FIXED32))
        || (number == DOUBLES && (packed || wireType == WireFormat.WIRETYPE_FIXED64));
  }

  private boolean readSizes(CodedInputStream input, int number, int wireType) throws IOException {
    if (number == SHAPE_SIZES && wireType == WireFormat.WIRETYPE_VARINT) {
      addSize(input.readInt64());
      return true;
    }
    if (number != SHAPE_SIZES || wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      return false;
    }
    int outer = input.pushLimit(input.readRawVarint32());
    while (input.getBytesUntilLimit() > 0) {
      addSize(input.readInt64());
    }
    input.popLimit(outer);
    return true;
  }

  private void addSize(long size) {
    checkArgument(sizes.size() < MOST_SIZES, "a blob has more than %s axes", MOST_SIZES);
    sizes.add(size);
  }

  /** Skips the values of a field and counts them. */
  private static long skipped(CodedInputStream input, int wireType, int bytes) throws IOException {
    int size = wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED ? input.readRawVarint32() : bytes;
    checkArgument(size >= 0 && size % bytes == 0, "values of a blob take %s bytes", size);
    input.skipRawBytes(size);
    return size / bytes;
  }

  /**
   * The blob under a name.
   *
   * @throws IllegalArgumentException if its shape asks for more or fewer values than it has
   */
  CaffeBlob named(String name) {
    ForeignTensor tensor = TensorSizes.tensor(name, shape());
    long values = doubles > 0 ? doubles : floats;
    checkArgument(
        values == tensor.elements(),
        "blob %s has shape %s but %s values",
        name,
        tensor.shape(),
        values);
    return new CaffeBlob(tensor, position, length, doubles > 0 ? DOUBLES : FLOATS);
  }

  private List<Long> shape() {
    return listed || !legacy ? sizes : Longs.asList(legacySizes);
  }
}
