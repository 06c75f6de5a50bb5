package org.vgg4j.data.layout;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * The beginning of a file in the IDX format of MNIST: two zero bytes, the type of the values, the
 * number of dimensions, and the dimensions as big-endian integers.
 *
 * @param dimensions the first of which counts images
 */
record IdxHeader(ImmutableIntArray dimensions) {
  private static final int UNSIGNED_BYTES = 0x08;
  private static final int LARGEST = 1 << 30;

  /** Bytes of a header with so many dimensions. */
  static int bytes(int dimensions) {
    return Integer.BYTES * (1 + dimensions);
  }

  /**
   * The header at the start of {@code content}, which came from {@code path}.
   *
   * @param expected number of dimensions: 3 for images, 1 for labels
   * @throws Problem if it is another header or none
   */
  static IdxHeader parse(Path path, ByteBuffer content, int expected) {
    if (content.limit() < bytes(expected)) {
      throw Problem.data(path.toString(), "is cut short in its header", "download it again");
    }
    int magic = content.getInt(0);
    int wanted = UNSIGNED_BYTES << 8 | expected;
    if (magic != wanted) {
      throw Problem.data(
          path.toString(),
          String.format("begins with 0x%08x and not with 0x%08x", magic, wanted),
          expected == 1 ? "give a file of labels" : "give a file of images in bytes");
    }
    return new IdxHeader(dimensions(path, content, expected));
  }

  private static ImmutableIntArray dimensions(Path path, ByteBuffer content, int number) {
    ImmutableIntArray.Builder dimensions = ImmutableIntArray.builder(number);
    long values = 1;
    for (int i = 1; i <= number; i++) {
      int dimension = content.getInt(i * Integer.BYTES);
      dimensions.add(dimension);
      values *= Math.max(dimension, 0);
      if (values < 1 || values > LARGEST) {
        throw Problem.data(
            path.toString(),
            "announces a dimension of " + dimension + ", which is none or too many values",
            "download it again");
      }
    }
    return dimensions.build();
  }

  /** Bytes of the header. */
  int bytes() {
    return bytes(dimensions.length());
  }

  /** Number of images. */
  int images() {
    return dimensions.get(0);
  }

  /** Bytes of one image or label. */
  int recordBytes() {
    return dimensions.stream().skip(1).reduce(1, (one, other) -> one * other);
  }

  /** Bytes that a file with this header has. */
  int fileBytes() {
    return bytes() + images() * recordBytes();
  }
}
