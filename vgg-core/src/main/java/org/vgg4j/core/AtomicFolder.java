package org.vgg4j.core;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a folder whole or not at all: under a temporary name, then renamed. A folder that exists
 * is left alone, since it might hold anything.
 */
public final class AtomicFolder {
  private AtomicFolder() {}

  /** Writes the files of one folder. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path folder) throws IOException;
  }

  /**
   * Makes {@code folder} of what {@code content} writes, creating its parents when needed.
   *
   * @throws Problem if the folder exists already, or can't be written
   */
  public static void write(Path folder, Content content) {
    if (Files.exists(folder)) {
      throw Problem.data(folder.toString(), "exists already", "name a new folder or remove it");
    }
    Path temporary = folder.resolveSibling("." + folder.getFileName() + ".part");
    try {
      remove(temporary); // what a killed process has left
      Files.createDirectories(temporary);
      content.writeTo(temporary);
      Files.move(temporary, folder, ATOMIC_MOVE);
    } catch (IOException e) {
      remove(temporary, e);
      throw unwritable(folder, e);
    } catch (RuntimeException | Error e) {
      remove(temporary, e);
      throw e;
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder);
    }
  }

  private static void remove(Path temporary, Throwable cause) {
    try {
      remove(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static Problem unwritable(Path folder, IOException cause) {
    return Problem.data(
            folder.toString(),
            "can't be written (" + cause.getMessage() + ")",
            "free space on the disk or choose another place")
        .causedBy(cause);
  }
}
