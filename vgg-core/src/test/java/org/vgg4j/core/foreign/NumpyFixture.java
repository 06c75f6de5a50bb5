package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.vgg4j.core.foreign.TorchFixture.littleEndian;

import com.google.common.primitives.Bytes;

/** Makes NumPy files as {@code np.save}, {@code np.savez} and {@code np.savez_compressed} do. */
final class NumpyFixture {
  private NumpyFixture() {}

  /** An array in version 1 of the format, in row-major order. */
  static byte[] array(String type, String shape, byte[] elements) {
    return array(1, dictionary(type, "False", shape), elements);
  }

  /** The dict of a header. */
  static String dictionary(String type, String columnMajor, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
        .formatted(type, columnMajor, shape);
  }

  /** An array in a version of the format. */
  static byte[] array(int version, String dictionary, byte[] elements) {
    byte[] header = dictionary.getBytes(UTF_8);
    String length = littleEndian(header.length, version == 1 ? Short.BYTES : Integer.BYTES);
    byte[] start = ("\u0093NUMPY" + (char) version + "\0" + length).getBytes(ISO_8859_1);
    return Bytes.concat(start, header, elements);
  }
}
