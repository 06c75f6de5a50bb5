package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** A {@code .npz} file: a zip archive with a {@code NAME.npy} for each array, compressed or not. */
final class ZippedNumpyArrays implements NumpySource {
  private static final String SUFFIX = ".npy";

  /** Weights of floating-point numbers shrink to nine tenths, never to a hundredth. */
  private static final long LARGEST_EXPANSION = 100;

  /** Small arrays, such as biases of zeros, may expand as they like. */
  private static final long SMALL = 64L << 20;

  private final Path path;
  private final ImmutableMap<String, Long> sizes;

  ZippedNumpyArrays(Path path) throws IOException {
    this.path = path;
    try (ZipFile zip = open(path)) {
      ImmutableMap.Builder<String, Long> found = ImmutableMap.builder();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.getName().endsWith(SUFFIX)) {
          check(entry);
          found.put(name(entry), entry.getSize());
        }
      }
      this.sizes = found.buildOrThrow();
    }
  }

  private static ZipFile open(Path path) throws IOException {
    return ZipFile.builder().setPath(path).get();
  }

  private static String name(ZipArchiveEntry entry) {
    return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
  }

  private static void check(ZipArchiveEntry entry) {
    String name = entry.getName();
    checkArgument(
        entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED,
        "%s is compressed in a way that NumPy does not use",
        name);
    checkArgument(!entry.getGeneralPurposeBit().usesEncryption(), "%s is encrypted", name);
    checkArgument(
        entry.getSize() <= Math.max(SMALL, entry.getCompressedSize() * LARGEST_EXPANSION),
        "%s would grow from %s bytes to %s, as weights never do",
        name,
        entry.getCompressedSize(),
        entry.getSize());
  }

  @Override
  public ImmutableMap<String, Long> sizes() {
    return sizes;
  }

  @Override
  public <T> T read(String name, Content<T> content) throws IOException {
    try (ZipFile zip = open(path);
        InputStream stream = new BufferedInputStream(verified(zip, name + SUFFIX))) {
      return content.of(stream);
    }
  }

  private static InputStream verified(ZipFile zip, String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    return ChecksumInputStream.builder()
        .setInputStream(zip.getInputStream(entry))
        .setChecksum(new CRC32())
        .setExpectedChecksumValue(entry.getCrc())
        .setCountThreshold(entry.getSize())
        .get();
  }
}
