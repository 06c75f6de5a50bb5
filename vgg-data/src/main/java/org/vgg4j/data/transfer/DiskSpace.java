package org.vgg4j.data.transfer;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vgg4j.core.Problem;

/** Looks before it leaps: hours of unpacking must not end in a full disk. */
final class DiskSpace {
  private DiskSpace() {}

  /**
   * Creates a folder, where {@code bytes} more will be written.
   *
   * @throws Problem if the folder can't be made or its disk has less space
   */
  static void reserve(Path folder, long bytes) {
    try {
      Files.createDirectories(folder);
      FileStore disk = Files.getFileStore(folder);
      if (disk.getUsableSpace() < bytes) {
        throw Problem.data(
            folder.toString(),
            "needs " + gigabytes(bytes) + ", but has " + gigabytes(disk.getUsableSpace()),
            "free space on the disk or choose another --out");
      }
    } catch (IOException e) {
      throw Problem.data(folder.toString(), "can't be made (" + e + ")", "choose another --out")
          .causedBy(e);
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
