package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.Int64List;
import org.vgg4j.core.record.MaskedCrc;

/** Makes TFRecord files in memory, by the classes of TensorFlow. */
final class TestRecords {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** As TF-slim writes ImageNet. */
  TestRecords slim(byte[] image, int label, String synset, String name) {
    return record(
        ImmutableMap.<String, Feature>builder()
            .put("image/height", number(2))
            .put("image/colorspace", text("RGB"))
            .put("image/class/label", number(label))
            .put("image/class/synset", text(synset))
            .put("image/class/text", text("a thing"))
            .put("image/format", text("JPEG"))
            .put("image/filename", text(name))
            .put("image/encoded", bytes(image))
            .buildOrThrow());
  }

  /** As TFDS writes ImageNet. */
  TestRecords tfds(byte[] image, int label, String name) {
    return record(
        ImmutableMap.of("file_name", text(name), "image", bytes(image), "label", number(label)));
  }

  TestRecords record(Map<String, Feature> features) {
    return data(
        Example.newBuilder()
            .setFeatures(Features.newBuilder().putAllFeature(features))
            .build()
            .toByteArray());
  }

  /** A record of any data. */
  TestRecords data(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(data.length + 16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(data.length)
            .putInt(0)
            .put(data)
            .putInt(0);
    record.putInt(8, MaskedCrc.of(record.slice(0, 8)));
    record.putInt(12 + data.length, MaskedCrc.of(record.slice(12, data.length)));
    bytes.writeBytes(record.array());
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  static Feature number(long number) {
    return Feature.newBuilder().setInt64List(Int64List.newBuilder().addValue(number)).build();
  }

  static Feature text(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  static Feature bytes(byte[] bytes) {
    return Feature.newBuilder()
        .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFrom(bytes)))
        .build();
  }
}
