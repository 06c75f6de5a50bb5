package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import org.vgg4j.core.foreign.Pickled.Sequence;
import org.vgg4j.core.foreign.Pickled.Text;
import org.vgg4j.core.foreign.Pickled.Whole;

/**
 * The format of PyTorch before 1.6, in which torchvision's VGG networks came: five pickles (a magic
 * number, a version, the machine, what was saved, the keys of the storages), then the storages,
 * each behind its number of elements, always little-endian.
 */
final class TorchStream {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

  private TorchStream() {}

  /**
   * Reads all but the values.
   *
   * @throws IOException if the file ends too early
   * @throws IllegalArgumentException if it is damaged
   */
  static TorchContent read(FileChannel channel) throws IOException {
    int size = (int) Math.min(TorchContent.LONGEST_PICKLES, channel.size());
    ByteBuffer pickles = read(channel, 0, size);
    checkArgument(
        new Unpickler(pickles).read() instanceof Whole first && first.value().equals(MAGIC),
        "it is a pickle, but lacks the magic number of PyTorch");
    new Unpickler(pickles).read();
    new Unpickler(pickles).read();
    Unpickler unpickler = new Unpickler(pickles);
    Pickled root = unpickler.read();
    Pickled keys = new Unpickler(pickles).read();
    checkArgument(keys instanceof Sequence, "it lacks the list of its storages");
    return new TorchContent(
        root,
        new Storages(channel, unpickler.storages())
            .places(((Sequence) keys).items(), pickles.position()),
        ByteOrder.LITTLE_ENDIAN);
  }

  /** The storages behind the pickles. */
  private record Storages(FileChannel channel, ImmutableMap<String, TorchStorage> referred) {
    ImmutableMap<String, TorchContent.Place> places(List<Pickled> keys, long start)
        throws IOException {
      ImmutableMap.Builder<String, TorchContent.Place> places = ImmutableMap.builder();
      long at = start;
      for (Pickled key : keys) {
        checkArgument(key instanceof Text, "the key of a storage is no string");
        String name = ((Text) key).value();
        TorchContent.Place place = place(name, at);
        places.put(name, place);
        at = place.position() + place.length();
      }
      return places.buildOrThrow();
    }

    private TorchContent.Place place(String key, long at) throws IOException {
      TorchStorage storage = referred.get(key);
      checkArgument(storage != null, "no tensor has storage %s", key);
      long elements = read(channel, at, Long.BYTES).getLong();
      long length = Math.multiplyExact(elements, (long) storage.type().bytes());
      long position = at + Long.BYTES;
      checkArgument(
          length >= 0 && length <= channel.size() - position,
          "storage %s would have %s elements, more than there are",
          key,
          elements);
      return new TorchContent.Place(position, length);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }
}
