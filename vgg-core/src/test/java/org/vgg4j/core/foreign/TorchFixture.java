package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;

/**
 * Makes PyTorch files by hand, also such as PyTorch would never write. Pickles are strings with one
 * character a byte.
 */
final class TorchFixture {
  private static final String MAGIC = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";
  private static final String VERSION = "\u0080\u0002M\u00e9\u0003.";
  private static final String MACHINE = "\u0080\u0002}.";

  private TorchFixture() {}

  /** A pickled string. */
  static String text(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    return "X" + littleEndian(bytes.length, Integer.BYTES) + new String(bytes, ISO_8859_1);
  }

  /** A pickled int. */
  static String number(long value) {
    return "\u008a\u0008" + littleEndian(value, Long.BYTES);
  }

  /** A pickled tuple of ints. */
  static String numbers(long... values) {
    StringBuilder tuple = new StringBuilder("(");
    Arrays.stream(values).forEach(value -> tuple.append(number(value)));
    return tuple + "t";
  }

  /** A pickled dict of pickled values by names, one behind the other. */
  static String dict(String... namesAndValues) {
    StringBuilder dict = new StringBuilder("}(");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      dict.append(text(namesAndValues[i])).append(namesAndValues[i + 1]);
    }
    return dict + "u";
  }

  /** A reference to a storage. */
  static String storage(String type, String key, long elements, String view) {
    return "("
        + text("storage")
        + "ctorch\n%s\n".formatted(type)
        + text(key)
        + text("cpu")
        + number(elements)
        + view
        + "tQ";
  }

  /** A tensor of the first elements of a storage of float32. */
  static String tensor(String key, long elements, long... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return view(storage("FloatStorage", key, elements, ""), 0, numbers(shape), numbers(strides));
  }

  /** A tensor of part of a storage. */
  static String view(String storage, long offset, String shape, String strides) {
    return "ctorch._utils\n_rebuild_tensor_v2\n("
        + storage
        + number(offset)
        + shape
        + strides
        + "\u0089ccollections\nOrderedDict\n)RtR";
  }

  /** The bytes of float32 numbers. */
  static byte[] bytes(ByteOrder order, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(order);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** A file in the format of today. */
  static Path zip(Path file, String pickle, Map<String, byte[]> files) {
    return zip(file, pickle, files, ZipEntry.STORED);
  }

  /** The same, with its files stored or compressed. */
  static Path zip(Path file, String pickle, Map<String, byte[]> files, int method) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("archive/data.pkl", pickle.getBytes(ISO_8859_1));
    files.forEach((name, content) -> members.put("archive/" + name, content));
    return ZipFixture.write(file, method, members);
  }

  /** A file in the format before, with one storage. */
  static Path legacy(Path file, String pickle, String key, byte[] storage) {
    Path written = legacyStart(file, pickle, key);
    String count = littleEndian(storage.length / Float.BYTES, Long.BYTES);
    try {
      Files.write(written, Bytes.concat(count.getBytes(ISO_8859_1), storage), APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  /** A file in the format before, up to its storages. */
  static Path legacyStart(Path file, String pickle, String... keys) {
    StringBuilder list = new StringBuilder("\u0080\u0002](");
    Arrays.stream(keys).forEach(key -> list.append(text(key)));
    return bare(file, MAGIC + VERSION + MACHINE + pickle + list + "e.");
  }

  /** A file that is nothing but a pickle. */
  static Path bare(Path file, String pickle) {
    try {
      return Files.write(file, pickle.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String littleEndian(long value, int length) {
    byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return new String(bytes, 0, length, ISO_8859_1);
  }
}
