package org.vgg4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A NumPy array file in C order, as the golden data come. */
public final class NpyFile {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '(.*?)', 'fortran_order': False, 'shape': \\((.*?)\\)");

  private final String type;
  private final int[] shape;
  private final ByteBuffer data;

  private NpyFile(String type, int[] shape, ByteBuffer data) {
    this.type = type;
    this.shape = shape;
    this.data = data;
  }

  /** Reads a file of the golden data; skips the calling test where that is absent. */
  public static NpyFile golden(String relative) {
    return read(SharedFolder.path("golden").resolve(relative));
  }

  static NpyFile read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      int headerLength = bytes.getShort(8);
      Matcher header = HEADER.matcher(new String(bytes.array(), 10, headerLength, ISO_8859_1));
      assertThat(header.find()).as("header of %s", file).isTrue();
      int[] shape =
          Arrays.stream(header.group(2).split(",", -1))
              .map(String::strip)
              .filter(size -> !size.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
      bytes.position(10 + headerLength);
      return new NpyFile(
          header.group(1), shape, bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sizes along each axis. */
  public int[] shape() {
    return shape.clone();
  }

  /** The values of a float32 or float64 array. */
  public double[] doubles() {
    ByteBuffer values = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    double[] doubles = new double[size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = type.equals("<f8") ? values.getDouble() : values.getFloat();
    }
    return doubles;
  }

  /** The values of a float32 array. */
  public float[] floats() {
    assertThat(type).isEqualTo("<f4");
    float[] floats = new float[size()];
    data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  /** The values of an int32 array. */
  public int[] ints() {
    assertThat(type).isEqualTo("<i4");
    int[] ints = new int[size()];
    data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
    return ints;
  }

  /** The values of a uint8 array. */
  public byte[] bytes() {
    assertThat(type).isEqualTo("|u1");
    byte[] bytes = new byte[size()];
    data.duplicate().get(bytes);
    return bytes;
  }

  private int size() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
