package org.vgg4j.data.transfer;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.vgg4j.core.Problem;

/**
 * A tar archive packed by gzip, from strangers: nothing of it is written outside of the folder it
 * is unpacked to, and links are refused.
 *
 * @param path the archive
 */
record Archive(Path path) {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Unpacks everything.
   *
   * @param folder must exist
   * @throws Problem if the archive is damaged or wants to write elsewhere
   */
  void unpack(Path folder, Progress progress) {
    try (CountingInputStream file = new CountingInputStream(Files.newInputStream(path));
        InputStream buffered = new BufferedInputStream(file, BUFFER_BYTES);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GZIPInputStream(buffered, BUFFER_BYTES))) {
      progress.starts("unpacking " + path.getFileName(), Files.size(path));
      long before = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, folder);
        progress.moved(file.getCount() - before);
        before = file.getCount();
      }
    } catch (IOException e) {
      throw Problem.data(
              path.toString(),
              "can't be unpacked (" + e.getMessage() + ")",
              "free space on the disk, or delete the file and fetch it again")
          .causedBy(e);
    }
  }

  private void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
    Path target = entry.resolveIn(folder);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (isOrdinary(entry)) {
      Files.createDirectories(target.resolve("..").normalize());
      Files.copy(content, target, REPLACE_EXISTING);
    } else {
      throw new IOException(entry.getName() + " is a link or a device");
    }
  }

  private static boolean isOrdinary(TarArchiveEntry entry) {
    return entry.getLinkFlag() == TarConstants.LF_NORMAL
        || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
  }
}
