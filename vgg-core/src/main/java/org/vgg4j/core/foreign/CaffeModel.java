package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * A {@code .caffemodel}, of the authors' time or newer. Blob b of a layer is named {@code layer/b}:
 * {@code conv1_1/0} are its weights (out, in, height, width), {@code conv1_1/1} its biases. The
 * file is streamed, so only the values that are asked for are ever in memory.
 */
final class CaffeModel implements ForeignFile {
  private static final int BUFFER = 1 << 16;

  private final Reading reading;
  private final TensorDirectory<CaffeBlob> blobs;

  private CaffeModel(Reading reading, TensorDirectory<CaffeBlob> blobs) {
    this.reading = reading;
    this.blobs = blobs;
  }

  /**
   * Opens a file: reads its layers' names and shapes.
   *
   * @throws Problem if it can't be read or is not a sound Caffe file
   */
  static CaffeModel open(Path path) {
    Reading reading = new Reading(path, "Caffe");
    return reading.of(
        () -> {
          long size = Files.size(path);
          checkArgument(size > 0, "it is empty");
          checkArgument(size <= Integer.MAX_VALUE, "no protobuf message takes %s bytes", size);
          try (InputStream stream = Files.newInputStream(path)) {
            return new CaffeModel(reading, CaffeLayers.read(limited(stream, (int) size)));
          }
        });
  }

  @Override
  public String format() {
    return reading.format();
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return blobs.tensors();
  }

  @Override
  public float[] floats(String name) {
    CaffeBlob blob = blobs.place(reading.path(), name);
    return reading.of(
        () -> {
          try (InputStream stream = Files.newInputStream(reading.path())) {
            stream.skipNBytes(blob.position());
            return values(limited(stream, blob.length()), blob);
          }
        });
  }

  private static float[] values(CodedInputStream input, CaffeBlob blob) throws IOException {
    FloatBuffer values = FloatBuffer.allocate((int) blob.tensor().elements());
    Fields.forEach(
        input,
        (number, wireType) -> {
          if (number != blob.dataField() || !CaffeBlobHeader.holdsValues(number, wireType)) {
            return false;
          }
          read(input, wireType, blob.dataField(), values);
          return true;
        });
    return values.array();
  }

  /** Reads one value, or many that are packed into one field. */
  private static void read(CodedInputStream input, int wireType, int field, FloatBuffer values)
      throws IOException {
    boolean doubles = field == CaffeBlobHeader.DOUBLES;
    int bytes = doubles ? Double.BYTES : Float.BYTES;
    int count =
        wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED ? input.readRawVarint32() / bytes : 1;
    for (int i = 0; i < count; i++) {
      values.put(doubles ? (float) input.readDouble() : input.readFloat());
    }
  }

  /** A stream of exactly so many bytes: no length in it can reach further. */
  private static CodedInputStream limited(InputStream stream, int bytes) throws IOException {
    CodedInputStream input = CodedInputStream.newInstance(stream, BUFFER);
    input.setSizeLimit(Integer.MAX_VALUE);
    input.pushLimit(bytes);
    return input;
  }

  @Override
  public void close() {
    // Every call opens and closes the file itself.
  }
}
