package org.vgg4j.core.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/**
 * A safetensors file: named tensors and metadata, readable from Python and by anyone. Opening reads
 * the header only; values are read when asked for, so a part of a large file costs that part.
 */
public final class TensorFile {
  /** No honest header is longer, and a hostile one must not fill the memory. */
  private static final long LONGEST_HEADER = 100L << 20;

  private static final int CHUNK = 1 << 20;

  private final Path path;
  private final long dataStart;
  private final Header header;

  private TensorFile(Path path, long dataStart, Header header) {
    this.path = path;
    this.dataStart = dataStart;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read or is not a sound safetensors file
   */
  public static TensorFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      long length = read(channel, 0, 8).getLong();
      if (length < 2 || length > LONGEST_HEADER || length > channel.size() - 8) {
        throw damaged(path, "its header would be " + length + " bytes long");
      }
      byte[] text = new byte[Math.toIntExact(length)];
      read(channel, 8, text.length).get(text);
      return new TensorFile(path, 8 + length, Header.parse(text, channel.size() - 8 - length));
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw damaged(path, String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  /** Where the file lies. */
  public Path path() {
    return path;
  }

  /** The free metadata, without the checksum. */
  public ImmutableMap<String, String> metadata() {
    return ImmutableMap.copyOf(
        Maps.filterKeys(header.metadata(), key -> !key.equals(Checksum.KEY)));
  }

  /**
   * Reads all values and compares them with the checksum in the metadata, where there is one.
   *
   * @throws Problem if they differ
   */
  public void verify() {
    String expected = header.metadata().get(Checksum.KEY);
    CRC32C checksum = new CRC32C();
    header.inOrderOfPlace().forEach(e -> forEachChunk(e, (first, chunk) -> checksum.update(chunk)));
    if (expected != null && !expected.equals(Checksum.text(checksum.getValue()))) {
      throw damaged(path, "its values differ from their checksum");
    }
  }

  /**
   * One entry of the metadata.
   *
   * @throws Problem if it is missing
   */
  public String metadata(String key) {
    String value = metadata().get(key);
    if (value == null) {
      throw damaged(path, "its metadata lack " + key);
    }
    return value;
  }

  /** The tensors' names, in the order of the header. */
  public ImmutableList<String> names() {
    return header.entries().keySet().asList();
  }

  /** Whether there is a tensor of that name. */
  public boolean has(String name) {
    return header.entries().containsKey(name);
  }

  /** A tensor's sizes along each axis. */
  public List<Integer> shape(String name) {
    return entry(name).shape();
  }

  /** The values of a tensor as float32, row-major; other types are converted. */
  public float[] floats(String name) {
    TensorEntry entry = entry(name);
    float[] values = new float[Math.toIntExact(entry.elements())];
    forEachChunk(entry, (first, chunk) -> Elements.toFloats(entry.type(), chunk, values, first));
    return values;
  }

  /** The values of an int32 tensor, row-major. */
  public int[] ints(String name) {
    TensorEntry entry = entry(name);
    if (entry.type() != ElementType.I32) {
      throw damaged(path, "tensor " + name + " is " + entry.type() + ", not I32");
    }
    int[] values = new int[Math.toIntExact(entry.elements())];
    forEachChunk(
        entry, (first, chunk) -> chunk.asIntBuffer().get(values, first, chunk.remaining() / 4));
    return values;
  }

  /** How a tensor's elements are stored. */
  ElementType type(String name) {
    return entry(name).type();
  }

  /** The bytes of a tensor from its byte {@code from} on, little-endian: as many as are at hand. */
  ByteBuffer chunk(String name, long from) {
    TensorEntry entry = entry(name);
    try (FileChannel channel = FileChannel.open(path)) {
      int size = (int) Math.min(CHUNK, entry.end() - entry.begin() - from);
      return read(channel, dataStart + entry.begin() + from, size);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** SHA-256 of the whole file in hexadecimal digits. */
  public static String sha256(Path path) {
    try {
      return MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private interface ChunkReader {
    void read(int firstElement, ByteBuffer chunk);
  }

  private void forEachChunk(TensorEntry entry, ChunkReader reader) {
    try (FileChannel channel = FileChannel.open(path)) {
      for (long at = entry.begin(); at < entry.end(); at += CHUNK) {
        int size = (int) Math.min(CHUNK, entry.end() - at);
        int first = Math.toIntExact((at - entry.begin()) / entry.type().bytes());
        reader.read(first, read(channel, dataStart + at, size));
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private TensorEntry entry(String name) {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw Problem.data(
          path.toString(), "has no tensor " + name, Spelling.suggestion(name, names()));
    }
    return entry;
  }

  private static ByteBuffer read(FileChannel channel, long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      if (count < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return buffer.flip();
  }

  private static Problem damaged(Path path, String what) {
    return Problem.data(
        path.toString(), "is not a sound safetensors file: " + what, "get or make it again");
  }

  private static Problem unreadable(Path path, IOException cause) {
    String reason = Files.exists(path) ? String.valueOf(cause.getMessage()) : "no such file";
    return Problem.data(path.toString(), "can't be read (" + reason + ")", "check the path")
        .causedBy(cause);
  }
}
