package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.weights.ElementType;

/**
 * The header of a NumPy array: a magic string, a version (1 to 3), and a Python dict with the type,
 * the order and the shape.
 *
 * @param type as NumPy writes it, such as {@code <f4}
 * @param columnMajor whether the first index runs fastest
 * @param shape sizes along each axis
 * @param length of the header in bytes, all included
 */
record NumpyHeader(String type, boolean columnMajor, List<Integer> shape, int length) {
  private static final ImmutableList<Integer> MAGIC =
      ImmutableList.of(0x93, (int) 'N', (int) 'U', (int) 'M', (int) 'P', (int) 'Y');

  /** Only arrays of records need long headers, and those hold no weights. */
  private static final int LONGEST = 1 << 20;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");

  /** Python 2 wrote an L behind some sizes. */
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(((?:\\s*\\d{1,19}L?\\s*,?)*)\\)");

  private static final ImmutableMap<String, ElementType> TYPES =
      ImmutableMap.<String, ElementType>builder()
          .put("b1", ElementType.BOOL)
          .put("u1", ElementType.U8)
          .put("i1", ElementType.I8)
          .put("u2", ElementType.U16)
          .put("i2", ElementType.I16)
          .put("f2", ElementType.F16)
          .put("u4", ElementType.U32)
          .put("i4", ElementType.I32)
          .put("f4", ElementType.F32)
          .put("u8", ElementType.U64)
          .put("i8", ElementType.I64)
          .put("f8", ElementType.F64)
          .buildOrThrow();

  NumpyHeader {
    shape = ImmutableList.copyOf(shape);
  }

  /**
   * Reads a header and leaves the stream at the first element.
   *
   * @throws IllegalArgumentException if it is none
   */
  static NumpyHeader read(InputStream stream) throws IOException {
    for (int expected : MAGIC) {
      checkArgument(stream.read() == expected, "it does not start as a NumPy array");
    }
    int version = stream.read();
    checkArgument(
        version >= 1 && version <= 3 && stream.read() == 0,
        "it has version %s of the format, not 1 to 3",
        version);
    int bytesOfLength = version == 1 ? Short.BYTES : Integer.BYTES;
    long length = littleEndian(bytes(stream, bytesOfLength));
    checkArgument(length <= LONGEST, "its header would be %s bytes long", length);
    String text = new String(bytes(stream, (int) length), UTF_8);
    return parse(text, MAGIC.size() + 2 + bytesOfLength + (int) length);
  }

  private static NumpyHeader parse(String text, int length) {
    List<Integer> shape =
        Splitter.on(',')
            .trimResults()
            .omitEmptyStrings()
            .splitToStream(find(SHAPE, text, "a shape"))
            .map(size -> Integer.valueOf(size.replace("L", "")))
            .toList();
    boolean columnMajor = find(ORDER, text, "an order").equals("True");
    return new NumpyHeader(find(TYPE, text, "a plain type"), columnMajor, shape, length);
  }

  private static String find(Pattern pattern, String text, String what) {
    Matcher matcher = pattern.matcher(text);
    checkArgument(matcher.find(), "its header lacks %s: %s", what, text);
    return matcher.group(1);
  }

  private static long littleEndian(byte[] bytes) {
    byte[] widened = Arrays.copyOf(bytes, Long.BYTES);
    return ByteBuffer.wrap(widened).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static byte[] bytes(InputStream stream, int count) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** How to read the elements; absent where they are no numbers. */
  Optional<ElementStream> elements() {
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Optional.ofNullable(TYPES.get(type.replaceFirst("^[<>|=]", "")))
        .map(known -> new ElementStream(known, order));
  }

  /** Number of bytes of the header and the elements, which must be numbers. */
  long bytes() {
    long size = elements().orElseThrow().type().bytes();
    return Math.addExact(length, Math.multiplyExact(size, layout().elements()));
  }

  /** How the elements lie. */
  MemoryLayout layout() {
    return columnMajor ? MemoryLayout.columnMajor(shape) : MemoryLayout.rowMajor(shape);
  }
}
