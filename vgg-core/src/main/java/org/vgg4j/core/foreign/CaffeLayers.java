package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of Caffe's {@code NetParameter} and where their blobs are. The authors' files of 2014
 * hold {@code V1LayerParameter}s, Caffe has written {@code LayerParameter}s since.
 */
final class CaffeLayers {
  private static final Version V1 = new Version(4, 6);
  private static final Version NEW = new Version(1, 7);
  private static final int V1_FIELD = 2;
  private static final int NEW_FIELD = 100;

  /** No honest name is longer, and a hostile one must not fill the memory. */
  private static final int LONGEST_NAME = 1 << 10;

  /** A batch normalisation has three; none has many. */
  private static final int MOST_BLOBS = 100;

  private CaffeLayers() {}

  /** Numbers of the fields that matter in a layer. */
  private record Version(int nameField, int blobField) {}

  /** The blobs of a whole file, none of whose values is read. */
  static TensorDirectory<CaffeBlob> read(CodedInputStream input) throws IOException {
    TensorDirectory<CaffeBlob> directory = new TensorDirectory<>();
    Fields.forEach(
        input,
        (number, wireType) -> {
          if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED
              || (number != V1_FIELD && number != NEW_FIELD)) {
            return false;
          }
          layer(input, number == V1_FIELD ? V1 : NEW).forEach(directory::add);
          return true;
        });
    checkArgument(!directory.isEmpty(), "it has no layers with weights");
    return directory;
  }

  private static List<CaffeBlob> layer(CodedInputStream input, Version version) throws IOException {
    StringBuilder name = new StringBuilder();
    List<CaffeBlobHeader> headers = new ArrayList<>();
    Fields.forEachEmbedded(
        input,
        (number, wireType) -> {
          if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            return false;
          }
          if (number == version.nameField()) {
            name.replace(0, name.length(), name(input));
          } else if (number == version.blobField()) {
            checkArgument(headers.size() < MOST_BLOBS, "a layer has over %s blobs", MOST_BLOBS);
            headers.add(CaffeBlobHeader.read(input));
          }
          return number == version.nameField() || number == version.blobField();
        });
    return named(name.toString(), headers);
  }

  private static String name(CodedInputStream input) throws IOException {
    int length = input.readRawVarint32();
    checkArgument(
        length >= 0 && length <= LONGEST_NAME, "the name of a layer takes %s bytes", length);
    return new String(input.readRawBytes(length), UTF_8);
  }

  private static List<CaffeBlob> named(String layer, List<CaffeBlobHeader> headers) {
    List<CaffeBlob> blobs = new ArrayList<>();
    for (CaffeBlobHeader header : headers) {
      blobs.add(header.named(layer + "/" + blobs.size()));
    }
    return blobs;
  }
}
