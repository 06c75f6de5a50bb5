package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip format of PyTorch 1.6 and later: one folder with {@code data.pkl}, a file {@code
 * data/KEY} for each storage, and {@code byteorder}. Nothing in it is compressed, so values are
 * read in place.
 */
final class TorchArchive {
  private final ZipFile zip;
  private final String folder;

  private TorchArchive(ZipFile zip) {
    this.zip = zip;
    this.folder = folder(zip);
  }

  /**
   * Reads all but the values.
   *
   * @throws IOException if the zip archive is damaged
   * @throws IllegalArgumentException if what it holds is
   */
  static TorchContent read(FileChannel channel) throws IOException {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
      TorchArchive archive = new TorchArchive(zip);
      Unpickler unpickler = new Unpickler(ByteBuffer.wrap(archive.bytes("data.pkl")));
      return new TorchContent(unpickler.read(), archive.places(), archive.order());
    }
  }

  private static String folder(ZipFile zip) {
    String pickle =
        Streams.stream(zip.getEntries().asIterator())
            .map(ZipArchiveEntry::getName)
            .filter(name -> name.matches("[^/]*/data\\.pkl"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the zip archive lacks data.pkl"));
    return pickle.substring(0, pickle.indexOf('/') + 1);
  }

  private byte[] bytes(String name) throws IOException {
    ZipArchiveEntry entry = only(name);
    checkArgument(
        place(entry).length() <= TorchContent.LONGEST_PICKLES,
        "%s has %s bytes, which weights do not need",
        name,
        entry.getSize());
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readNBytes((int) entry.getSize());
    }
  }

  private ZipArchiveEntry only(String name) {
    List<ZipArchiveEntry> entries = Lists.newArrayList(zip.getEntries(folder + name));
    checkArgument(entries.size() == 1, "the zip archive has %s not once", name);
    return entries.get(0);
  }

  private ByteOrder order() throws IOException {
    if (Iterables.isEmpty(zip.getEntries(folder + "byteorder"))) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    String order = new String(bytes("byteorder"), US_ASCII);
    return order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private ImmutableMap<String, TorchContent.Place> places() {
    ImmutableMap.Builder<String, TorchContent.Place> places = ImmutableMap.builder();
    String data = folder + "data/";
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entry.getName().startsWith(data)) {
        places.put(entry.getName().substring(data.length()), place(entry));
      }
    }
    return places.buildOrThrow();
  }

  /** The zip archive has been checked to hold all bytes of all entries. */
  private static TorchContent.Place place(ZipArchiveEntry entry) {
    checkArgument(
        entry.getMethod() == ZipEntry.STORED && entry.getSize() == entry.getCompressedSize(),
        "%s is compressed, which PyTorch never does",
        entry.getName());
    return new TorchContent.Place(entry.getDataOffset(), entry.getSize());
  }
}
