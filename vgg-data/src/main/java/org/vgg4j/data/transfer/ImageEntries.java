package org.vgg4j.data.transfer;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** The images among what archives hold; counts the rest. */
final class ImageEntries {
  private int leftOut;

  /** Whether an entry is an image; if not, it is counted. Folders are neither. */
  boolean take(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return false;
    }
    boolean image = isImage(name(entry));
    leftOut += image ? 0 : 1;
    return image;
  }

  /** Whether a file is visible and named as all images of ImageNet are. */
  static boolean isImage(String name) {
    return !name.startsWith(".") && name.toUpperCase(Locale.ROOT).endsWith(".JPEG");
  }

  /** The name without folders. */
  static String name(TarArchiveEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  /** Whether an image is in a folder as a whole. */
  static boolean isWritten(TarArchiveEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(name(entry));
    return Files.exists(target) && Files.size(target) == entry.getSize();
  }

  /** Writes an image into a folder. */
  static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
    if (entry.isLink() || entry.isSymbolicLink()) {
      throw new IOException(entry.getName() + " is a link");
    }
    Files.createDirectories(folder);
    Files.copy(content, folder.resolve(name(entry)), REPLACE_EXISTING);
    if (!isWritten(entry, folder)) {
      throw new IOException("it ends in the middle of " + entry.getName());
    }
  }

  /** What was no image. */
  int leftOut() {
    return leftOut;
  }
}
