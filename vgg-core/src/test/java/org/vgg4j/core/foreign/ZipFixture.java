package org.vgg4j.core.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes zip archives. */
final class ZipFixture {
  private ZipFixture() {}

  /** An archive of files, each stored or compressed by {@code method}. */
  static Path write(Path file, int method, Map<String, byte[]> files) {
    return write(file, method, Zip64Mode.AsNeeded, files);
  }

  /** The same, with the sizes in 8 bytes where {@code mode} says so. */
  static Path write(Path file, int method, Zip64Mode mode, Map<String, byte[]> files) {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      zip.setUseZip64(mode);
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putArchiveEntry(entry(entry.getKey(), method, entry.getValue()));
        zip.write(entry.getValue());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static ZipArchiveEntry entry(String name, int method, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
