package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.FilePart;

/**
 * Where the files in a tar archive are, so that each can be read without the others. Only headers
 * are read. Links are left out, and hidden files such as those that macOS adds.
 */
final class TarIndex {
  private static final int BLOCK = 512;
  private static final int BUFFER_BYTES = 1 << 16;

  private TarIndex() {}

  /**
   * The files in an archive, in its order; a name contains its folders.
   *
   * @throws Problem if it is no archive or cut short
   */
  static ImmutableList<FilePart> of(Path archive) {
    try {
      return of(new FilePart(archive, "", 0, Files.size(archive)));
    } catch (IOException e) {
      throw damaged(archive.toString(), e);
    }
  }

  /** The files in an archive that lies in another one. */
  static ImmutableList<FilePart> of(FilePart archive) {
    String place = archive.file() + (archive.name().isEmpty() ? "" : ": " + archive.name());
    try (SeekableByteChannel channel = new SliceChannel(archive);
        TarFile tar = new TarFile(channel)) {
      List<TarArchiveEntry> entries = tar.getEntries();
      checkEnd(channel, entries.isEmpty() ? 0 : end(entries.get(entries.size() - 1)));
      return entries.stream()
          .filter(TarIndex::isVisibleFile)
          .map(entry -> part(archive, entry))
          .collect(toImmutableList());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(place, e);
    }
  }

  /** The last part of a path. */
  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isVisibleFile(TarArchiveEntry entry) {
    boolean link = entry.isLink() || entry.isSymbolicLink();
    return entry.isFile() && !link && !fileName(entry.getName()).startsWith(".");
  }

  private static FilePart part(FilePart archive, TarArchiveEntry entry) {
    return new FilePart(
        archive.file(), entry.getName(), archive.offset() + entry.getDataOffset(), entry.getSize());
  }

  private static long end(TarArchiveEntry last) {
    return last.getDataOffset()
        + BLOCK * LongMath.divide(last.getSize(), BLOCK, RoundingMode.CEILING);
  }

  /**
   * An archive ends in blocks of zeros; without them, more may have followed. Behind them nothing
   * may follow: a hole in a file, left by a broken download, looks like an end.
   */
  private static void checkEnd(SeekableByteChannel tar, long end) throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(BUFFER_BYTES);
    tar.position(end);
    long read = 0;
    for (int bytes = tar.read(rest); bytes >= 0; bytes = tar.read(rest.clear())) {
      read += bytes;
      if (!isZero(rest.flip())) {
        throw new IOException("there is more behind its end mark");
      }
    }
    if (read < BLOCK) {
      throw new IOException("it has no end mark");
    }
  }

  private static boolean isZero(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (bytes.get() != 0) {
        return false;
      }
    }
    return true;
  }

  private static Problem damaged(String place, Exception cause) {
    if (cause instanceof FileSystemException) {
      return Problem.data(
              place, "can't be read (" + cause + ")", "check that it is there and yours")
          .causedBy(cause);
    }
    return Problem.data(
            place,
            "is no whole tar archive (" + cause.getMessage() + ")",
            "it is cut short or damaged; copy or download it again")
        .causedBy(cause);
  }
}
