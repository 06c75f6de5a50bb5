package org.vgg4j.core.foreign;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes Caffe's messages field by field, sound or not. */
final class CaffeBytes {
  static final int V1_LAYERS = 2;
  static final int NEW_LAYER = 100;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private interface Field {
    void writeTo(CodedOutputStream output) throws IOException;
  }

  private CaffeBytes with(Field field) {
    try {
      CodedOutputStream output = CodedOutputStream.newInstance(bytes);
      field.writeTo(output);
      output.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CaffeBytes message(int number, CaffeBytes message) {
    return with(output -> output.writeByteArray(number, message.toByteArray()));
  }

  CaffeBytes text(int number, String text) {
    return with(output -> output.writeString(number, text));
  }

  CaffeBytes number(int number, long value) {
    return with(output -> output.writeInt64(number, value));
  }

  /** A field whose bytes would be so many, without the bytes. */
  CaffeBytes length(int number, int length) {
    return with(
        output -> {
          output.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
          output.writeUInt32NoTag(length);
        });
  }

  CaffeBytes packedFloats(int number, float... values) {
    length(number, values.length * Float.BYTES);
    for (float value : values) {
      with(output -> output.writeFloatNoTag(value));
    }
    return this;
  }

  CaffeBytes floats(int number, float... values) {
    for (float value : values) {
      with(output -> output.writeFloat(number, value));
    }
    return this;
  }

  CaffeBytes doubles(int number, double... values) {
    for (double value : values) {
      with(output -> output.writeDouble(number, value));
    }
    return this;
  }

  CaffeBytes startGroup(int number) {
    return with(output -> output.writeTag(number, WireFormat.WIRETYPE_START_GROUP));
  }

  CaffeBytes endGroup(int number) {
    return with(output -> output.writeTag(number, WireFormat.WIRETYPE_END_GROUP));
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** A network of one new layer, {@code fc}, with one blob. */
  static CaffeBytes network(CaffeBytes blob) {
    return new CaffeBytes().message(NEW_LAYER, new CaffeBytes().text(1, "fc").message(7, blob));
  }

  /** A blob's shape as Caffe writes it since 2014, unpacked. */
  static CaffeBytes shape(long... sizes) {
    CaffeBytes shape = new CaffeBytes();
    for (long size : sizes) {
      shape.number(1, size);
    }
    return new CaffeBytes().message(7, shape);
  }
}
