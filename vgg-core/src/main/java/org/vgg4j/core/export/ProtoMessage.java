package org.vgg4j.core.export;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A protocol buffer that is written as a stream: large arrays are asked for when their turn comes,
 * since the format wants only their length beforehand. Fields have the numbers of the schema. A
 * message is complete when it becomes part of another.
 */
final class ProtoMessage {
  private static final int CHUNK_FLOATS = 1 << 16;

  private final List<Field> fields = new ArrayList<>();
  private long size;

  private interface Field {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  ProtoMessage integer(int number, long value) {
    return add(
        CodedOutputStream.computeInt64Size(number, value), out -> out.writeInt64(number, value));
  }

  ProtoMessage real(int number, float value) {
    return add(
        CodedOutputStream.computeFloatSize(number, value), out -> out.writeFloat(number, value));
  }

  ProtoMessage text(int number, String value) {
    return add(
        CodedOutputStream.computeStringSize(number, value), out -> out.writeString(number, value));
  }

  ProtoMessage message(int number, ProtoMessage value) {
    return sized(number, value.size, value::writeTo);
  }

  /** Bytes that hold float32 values, little-endian. */
  ProtoMessage floats(int number, long count, Supplier<float[]> values) {
    return sized(number, count * Float.BYTES, out -> write(values.get(), count, out));
  }

  /** How many bytes this is. */
  long size() {
    return size;
  }

  void writeTo(CodedOutputStream out) throws IOException {
    for (Field field : fields) {
      field.writeTo(out);
    }
  }

  private ProtoMessage sized(int number, long bytes, Field content) {
    int before =
        CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt64SizeNoTag(bytes);
    return add(
        before + bytes,
        out -> {
          out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
          out.writeUInt64NoTag(bytes);
          content.writeTo(out);
        });
  }

  private ProtoMessage add(long bytes, Field field) {
    fields.add(field);
    size += bytes;
    return this;
  }

  private static void write(float[] values, long count, CodedOutputStream out) throws IOException {
    if (values.length != count) {
      throw new IllegalArgumentException(values.length + " values, not " + count);
    }
    ByteBuffer chunk =
        ByteBuffer.allocate(CHUNK_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < values.length; first += CHUNK_FLOATS) {
      int floats = Math.min(CHUNK_FLOATS, values.length - first);
      chunk.asFloatBuffer().put(values, first, floats);
      out.writeRawBytes(chunk.array(), 0, floats * Float.BYTES);
    }
  }
}
