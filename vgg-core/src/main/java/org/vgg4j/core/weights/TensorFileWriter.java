package org.vgg4j.core.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.vgg4j.core.AtomicFile;

/**
 * Writes a safetensors file, whole or not at all. Names and shapes are declared first; values are
 * asked for one tensor at a time, so that no more than one is in memory. The metadata get a
 * checksum of all values, which {@link TensorFile#verify} compares.
 */
public final class TensorFileWriter {
  private static final int CHUNK_ELEMENTS = 1 << 18;

  private final Map<String, String> metadata;
  private final ImmutableMap.Builder<String, TensorEntry> entries = ImmutableMap.builder();
  private final List<Content> contents = new ArrayList<>();
  private long end;

  /** A file with these metadata and no tensors. */
  public TensorFileWriter(Map<String, String> metadata) {
    this.metadata = metadata;
  }

  /** Declares a float32 tensor; its values are asked for when the file is written. */
  public TensorFileWriter floats(String name, List<Integer> shape, Supplier<float[]> values) {
    TensorEntry entry = declare(name, ElementType.F32, shape);
    contents.add((sink, buffer) -> writeFloats(sink, buffer, sized(entry, values.get())));
    return this;
  }

  /** Declares a vector of int32. */
  public TensorFileWriter ints(String name, int[] values) {
    declare(name, ElementType.I32, List.of(values.length));
    contents.add((sink, buffer) -> writeInts(sink, buffer, values));
    return this;
  }

  /** Writes the file. */
  public void writeTo(Path path) {
    AtomicFile.write(path, this::write);
  }

  private interface Content {
    void writeTo(Sink sink, ByteBuffer buffer) throws IOException;
  }

  private TensorEntry declare(String name, ElementType type, List<Integer> shape) {
    TensorEntry unplaced = new TensorEntry(name, type, shape, end, end);
    TensorEntry entry =
        new TensorEntry(name, type, shape, end, end + unplaced.elements() * type.bytes());
    entries.put(name, entry);
    end = entry.end();
    return entry;
  }

  private void write(FileChannel channel) throws IOException {
    Header header = new Header(withoutChecksum(), entries.buildOrThrow());
    byte[] start = header.bytes();
    Sink sink = new Sink(channel);
    sink.write(ByteBuffer.wrap(start));
    sink.checksum.reset();
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(CHUNK_ELEMENTS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Content content : contents) {
      content.writeTo(sink, buffer);
    }
    byte[] digits = Checksum.text(sink.checksum.getValue()).getBytes(US_ASCII);
    channel.write(ByteBuffer.wrap(digits), Checksum.placeIn(start));
  }

  private ImmutableMap<String, String> withoutChecksum() {
    return ImmutableMap.<String, String>builder()
        .putAll(metadata)
        .put(Checksum.KEY, Checksum.text(0))
        .buildOrThrow();
  }

  /** An open file, and the checksum of what was written to it. */
  private static final class Sink {
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();

    Sink(FileChannel channel) {
      this.channel = channel;
    }

    void write(ByteBuffer bytes) throws IOException {
      checksum.update(bytes.duplicate());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static void writeFloats(Sink sink, ByteBuffer buffer, float[] values) throws IOException {
    for (int first = 0; first < values.length; first += CHUNK_ELEMENTS) {
      int count = Math.min(CHUNK_ELEMENTS, values.length - first);
      buffer.clear().asFloatBuffer().put(values, first, count);
      sink.write(buffer.limit(count * Float.BYTES));
    }
  }

  private static void writeInts(Sink sink, ByteBuffer buffer, int[] values) throws IOException {
    for (int first = 0; first < values.length; first += CHUNK_ELEMENTS) {
      int count = Math.min(CHUNK_ELEMENTS, values.length - first);
      buffer.clear().asIntBuffer().put(values, first, count);
      sink.write(buffer.limit(count * Integer.BYTES));
    }
  }

  private static float[] sized(TensorEntry entry, float[] values) {
    if (values.length != entry.elements()) {
      throw new IllegalArgumentException(
          "%s has %d values, not %d".formatted(entry.name(), values.length, entry.elements()));
    }
    return values;
  }
}
