package org.vgg4j.data.transfer;

import static java.util.stream.Collectors.joining;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;

/**
 * Fetches public data sets into a folder, each into one of its name. That one appears when all is
 * there and was checked; until then, hidden folders beside it hold what has come.
 */
public final class Fetch {
  /** Says that a folder was made by this program, and of what. */
  private static final String MARK = ".fetched";

  private final Path out;
  private final Download download;

  /** Fetches into {@code out}. */
  public Fetch(Path out) {
    this(out, Patience.DEFAULT);
  }

  Fetch(Path out, Patience patience) {
    this.out = out;
    this.download = new Download(patience);
  }

  /** Where a data set will lie. */
  public Path folder(PublicDataset dataset) {
    return out.resolve(dataset.name());
  }

  /** Whether it lies there already. */
  public boolean isDone(PublicDataset dataset) {
    return Files.exists(folder(dataset).resolve(MARK));
  }

  /**
   * Fetches a data set, or what is missing of it.
   *
   * @return its folder
   * @throws Problem if it can't be had, or its folder holds something else
   */
  public Path fetch(PublicDataset dataset, Progress progress) {
    if (isDone(dataset)) {
      return folder(dataset);
    }
    Path folder = folder(dataset);
    if (Files.exists(folder)) {
      throw Problem.data(
          folder.toString(), "exists and was not fetched", "move it away or choose another --out");
    }
    Path downloads = out.resolve("." + dataset.name() + ".download");
    DiskSpace.reserve(out, missing(dataset, downloads));
    for (RemoteFile file : dataset.files()) {
      download.bring(file, downloads.resolve(file.name()), progress);
    }
    try {
      finish(dataset, downloads, progress);
    } catch (IOException e) {
      throw Problem.data(
              folder.toString(), "can't be made (" + e + ")", "free space or choose another --out")
          .causedBy(e);
    }
    return folder;
  }

  /** A packed file and its content lie on the disk together for a while. */
  static long missing(PublicDataset dataset, Path downloads) {
    long content = dataset.archiveFolder().isPresent() ? 3 * dataset.bytes() / 2 : 0;
    return content + dataset.bytes() - bytesIn(downloads);
  }

  private static long bytesIn(Path downloads) {
    File[] files = downloads.toFile().listFiles();
    return files == null ? 0 : Arrays.stream(files).mapToLong(File::length).sum();
  }

  private void finish(PublicDataset dataset, Path downloads, Progress progress) throws IOException {
    if (dataset.archiveFolder().isEmpty()) {
      appear(dataset, downloads);
      return;
    }
    Path unpacked = out.resolve("." + dataset.name() + ".unpacked");
    remove(unpacked);
    Files.createDirectory(unpacked);
    for (RemoteFile file : dataset.files()) {
      new Archive(downloads.resolve(file.name())).unpack(unpacked, progress);
    }
    appear(dataset, unpacked.resolve(dataset.archiveFolder().get()));
    remove(unpacked);
    remove(downloads);
  }

  private void appear(PublicDataset dataset, Path made) throws IOException {
    if (!Files.isDirectory(made)) {
      throw new IOException("the archive holds no folder " + made.getFileName());
    }
    AtomicFile.write(made.resolve(MARK), origin(dataset));
    Files.move(made, folder(dataset));
  }

  private static String origin(PublicDataset dataset) {
    return dataset.files().stream()
        .map(file -> file.url() + " " + file.bytes() + " bytes, " + file.checksum() + "\n")
        .collect(joining("", dataset.terms() + "\n", ""));
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
