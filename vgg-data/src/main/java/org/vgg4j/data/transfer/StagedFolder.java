package org.vgg4j.data.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that appears under its name when it is complete, and until then grows under a hidden
 * one, where a later call goes on.
 *
 * @param path its name in the end
 */
record StagedFolder(Path path) {

  /** Whether it is complete. */
  boolean isDone() {
    return Files.exists(path);
  }

  /** Where it grows. */
  Path work() {
    return path.resolveSibling("." + path.getFileName() + ".part");
  }

  /** A folder in this one, which is complete or not by itself. */
  StagedFolder inner(String name) {
    return new StagedFolder(work().resolve(name));
  }

  /** Ends the growth. */
  void finish() throws IOException {
    Files.move(work(), path);
  }

  /** Bytes that lie where it grows. */
  long workBytes() throws IOException {
    if (!Files.exists(work())) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> entries = Files.walk(work())) {
      for (Path file : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Folders in the complete folder. */
  int folders() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return Math.toIntExact(entries.filter(StagedFolder::isClass).count());
    }
  }

  /** People and their file managers leave other things beside the folders. */
  private static boolean isClass(Path path) {
    return Files.isDirectory(path) && !path.getFileName().toString().startsWith(".");
  }

  /** Files in the folders of the complete folder. */
  long files() throws IOException {
    try (Stream<Path> folders = Files.list(path)) {
      long files = 0;
      for (Path folder : (Iterable<Path>) folders.filter(StagedFolder::isClass)::iterator) {
        try (Stream<Path> entries = Files.list(folder)) {
          files += entries.count();
        }
      }
      return files;
    }
  }
}
