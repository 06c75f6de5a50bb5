package org.vgg4j.core.weights;

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
import org.vgg4j.core.AtomicFile;

/**
 * Writes a safetensors file, whole or not at all. Names and shapes are declared first; values are
 * asked for one tensor at a time, so that no more than one is in memory.
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
    contents.add((channel, buffer) -> writeFloats(channel, buffer, sized(entry, values.get())));
    return this;
  }

  /** Declares a vector of int32. */
  public TensorFileWriter ints(String name, int[] values) {
    declare(name, ElementType.I32, List.of(values.length));
    contents.add((channel, buffer) -> writeInts(channel, buffer, values));
    return this;
  }

  /** Writes the file. */
  public void writeTo(Path path) {
    AtomicFile.write(path, this::write);
  }

  private interface Content {
    void writeTo(FileChannel channel, ByteBuffer buffer) throws IOException;
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
    Header header = new Header(ImmutableMap.copyOf(metadata), entries.buildOrThrow());
    ByteBuffer start = ByteBuffer.wrap(header.bytes());
    drain(channel, start);
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(CHUNK_ELEMENTS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Content content : contents) {
      content.writeTo(channel, buffer);
    }
  }

  private static void writeFloats(FileChannel channel, ByteBuffer buffer, float[] values)
      throws IOException {
    for (int first = 0; first < values.length; first += CHUNK_ELEMENTS) {
      int count = Math.min(CHUNK_ELEMENTS, values.length - first);
      buffer.clear().asFloatBuffer().put(values, first, count);
      drain(channel, buffer.limit(count * Float.BYTES));
    }
  }

  private static void writeInts(FileChannel channel, ByteBuffer buffer, int[] values)
      throws IOException {
    for (int first = 0; first < values.length; first += CHUNK_ELEMENTS) {
      int count = Math.min(CHUNK_ELEMENTS, values.length - first);
      buffer.clear().asIntBuffer().put(values, first, count);
      drain(channel, buffer.limit(count * Integer.BYTES));
    }
  }

  private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
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
