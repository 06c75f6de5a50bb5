package org.vgg4j.data.layout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vgg4j.core.Problem;

/**
 * A file in the IDX format of MNIST, plain, or packed by gzip and then unpacked into memory.
 *
 * @param path where it was read
 * @param header what its values are
 * @param content all of the unpacked file
 */
record IdxFile(Path path, IdxHeader header, ByteBuffer content) {

  /** The file of that name in a folder, also where it is packed or named with a dot. */
  static Optional<Path> find(Path folder, String name) {
    String withDot = name.replace("-idx", ".idx");
    return Stream.of(name, withDot, name + ".gz", withDot + ".gz")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Reads a file.
   *
   * @param dimensions how many it must have: 3 for images, 1 for labels
   * @throws Problem if it is damaged or something else
   */
  static IdxFile read(Path path, int dimensions) {
    ByteBuffer content =
        path.toString().endsWith(".gz") ? unpacked(path, dimensions) : RecordFile.map(path);
    IdxHeader header = IdxHeader.parse(path, content, dimensions);
    if (content.limit() != header.fileBytes()) {
      throw Problem.data(
          path.toString(),
          "has not the " + header.fileBytes() + " bytes that its header announces",
          "it is cut short or damaged; download it again");
    }
    return new IdxFile(path, header, content);
  }

  private static ByteBuffer unpacked(Path path, int dimensions) {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
        InputStream unpacked = new GZIPInputStream(file)) {
      return unpacked(path, unpacked, dimensions);
    } catch (IOException e) {
      throw Problem.data(
              path.toString(), "is cut short or damaged (" + e + ")", "download it again")
          .causedBy(e);
    }
  }

  /** Unpacks a byte more than announced at most: small files may unpack to very large ones. */
  private static ByteBuffer unpacked(Path path, InputStream unpacked, int dimensions)
      throws IOException {
    byte[] head = unpacked.readNBytes(IdxHeader.bytes(dimensions));
    IdxHeader header = IdxHeader.parse(path, ByteBuffer.wrap(head), dimensions);
    byte[] values = unpacked.readNBytes(header.fileBytes() - header.bytes() + 1);
    return ByteBuffer.allocate(head.length + values.length).put(head).put(values).flip();
  }

  /** The images or labels in it. */
  RecordFile records() {
    return RecordFile.within(path, content, header.bytes(), header.recordBytes());
  }
}
