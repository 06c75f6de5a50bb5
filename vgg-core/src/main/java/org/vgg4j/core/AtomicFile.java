package org.vgg4j.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file whole or not at all: to a temporary name, flushed to the disk, then renamed. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content of one file into an open channel. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Replaces {@code file} by {@code text} in UTF-8, creating its folder when needed. */
  public static void write(Path file, String text) {
    ByteBuffer bytes = UTF_8.encode(text);
    write(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /**
   * Replaces {@code file} by what {@code content} writes, creating its folder when needed.
   *
   * @throws Problem if the disk is full, the folder can't be written, or the place is taken by a
   *     folder or a device; what was there is then intact
   */
  public static void write(Path file, Content content) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw Problem.data(file.toString(), "is no ordinary file", "choose another output file");
    }
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel = FileChannel.open(temporary, CREATE, WRITE, TRUNCATE_EXISTING)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      remove(temporary, e);
      throw unwritable(file, e);
    } catch (RuntimeException | Error e) {
      remove(temporary, e);
      throw e;
    }
  }

  private static Problem unwritable(Path file, IOException cause) {
    return Problem.data(
            file.toString(),
            "can't be written (" + cause.getMessage() + ")",
            "free space on the disk or choose another output folder; finished work is kept")
        .causedBy(cause);
  }

  private static void remove(Path temporary, Throwable cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
