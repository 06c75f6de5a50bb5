package org.vgg4j.data.pack;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.Int64List;
import org.vgg4j.core.record.RecordOutput;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageHeader;

/** Writes images as a TFRecord file of examples, as TF-slim names their fields. */
final class TfRecordWriter implements ShardWriter {
  private final RecordOutput shard;

  TfRecordWriter(OutputStream shard) {
    this.shard = new RecordOutput(shard);
  }

  @Override
  public void write(PackedImage image) throws IOException {
    shard.write(example(image).toByteArray());
  }

  /** The image comes last: who looks for the others need not read over it. */
  private static Example example(PackedImage image) {
    ImageHeader header = image.header();
    ByteString className = ByteString.copyFromUtf8(image.className());
    Features.Builder features =
        Features.newBuilder()
            .putFeature("image/height", number(header.size().height()))
            .putFeature("image/width", number(header.size().width()))
            .putFeature("image/colorspace", bytes(ByteString.copyFromUtf8("RGB")))
            .putFeature("image/channels", number(Image.CHANNELS))
            .putFeature("image/class/label", number(image.label() + 1L))
            .putFeature("image/class/synset", bytes(className))
            .putFeature("image/class/text", bytes(className))
            .putFeature("image/format", bytes(ByteString.copyFromUtf8(header.format().name())))
            .putFeature("image/filename", bytes(ByteString.copyFromUtf8(image.name())))
            .putFeature("image/encoded", bytes(image.file()));
    return Example.newBuilder().setFeatures(features).build();
  }

  private static Feature number(long number) {
    return Feature.newBuilder().setInt64List(Int64List.newBuilder().addValue(number)).build();
  }

  private static Feature bytes(ByteString bytes) {
    return Feature.newBuilder().setBytesList(BytesList.newBuilder().addValue(bytes)).build();
  }

  @Override
  public void finish() throws IOException {
    shard.flush(); // there is no end mark
  }
}
