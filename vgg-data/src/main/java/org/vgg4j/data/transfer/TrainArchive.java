package org.vgg4j.data.transfer;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.vgg4j.data.source.Split;

/**
 * The training images of ImageNet: an archive with an archive for each class.
 *
 * @param path the archive
 */
record TrainArchive(Path path) {
  private static final Pattern CLASS = Pattern.compile("(?:.*/)?(n\\d{8})\\.tar");
  private static final int BUFFER_BYTES = 1 << 16;

  /** Unpacks all classes that are not there yet. */
  PreparedSplit unpack(StagedFolder train, Progress progress) throws IOException {
    ImageEntries images = new ImageEntries();
    if (!train.isDone()) {
      try (TarFile tar = new TarFile(path)) {
        unpack(tar, train, images, progress);
      }
      train.finish();
    }
    return new PreparedSplit(
        Split.TRAIN, train.path(), train.folders(), train.files(), images.leftOut());
  }

  private void unpack(TarFile tar, StagedFolder train, ImageEntries images, Progress progress)
      throws IOException {
    ImmutableList<TarArchiveEntry> classes = classes(tar, images);
    DiskSpace.reserve(train.work(), missing(classes, train));
    progress.starts("unpacking " + path.getFileName(), bytes(classes));
    for (TarArchiveEntry entry : classes) {
      StagedFolder folder = train.inner(wordNetId(entry));
      if (!folder.isDone()) {
        try (InputStream archive = tar.getInputStream(entry)) {
          unpackClass(archive, folder, images);
        }
      }
      progress.moved(entry.getSize());
    }
  }

  private static ImmutableList<TarArchiveEntry> classes(TarFile tar, ImageEntries images)
      throws IOException {
    ImmutableList<TarArchiveEntry> classes =
        tar.getEntries().stream()
            .filter(entry -> CLASS.matcher(entry.getName()).matches() || images.take(entry))
            .collect(toImmutableList());
    for (TarArchiveEntry entry : classes) {
      if (!CLASS.matcher(entry.getName()).matches()) {
        throw new IOException("it holds " + entry.getName() + ", not one archive for each class");
      }
    }
    if (classes.isEmpty()) {
      throw new IOException("it holds no archive of a class");
    }
    return classes;
  }

  private static String wordNetId(TarArchiveEntry entry) {
    return CLASS.matcher(entry.getName()).replaceFirst("$1");
  }

  private static long bytes(ImmutableList<TarArchiveEntry> classes) {
    return classes.stream().mapToLong(TarArchiveEntry::getSize).sum();
  }

  private static long missing(ImmutableList<TarArchiveEntry> classes, StagedFolder train) {
    return classes.stream()
        .filter(entry -> !train.inner(wordNetId(entry)).isDone())
        .mapToLong(TarArchiveEntry::getSize)
        .sum();
  }

  private static void unpackClass(InputStream archive, StagedFolder folder, ImageEntries images)
      throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new BufferedInputStream(archive, BUFFER_BYTES))) {
      int written = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (images.take(entry)) {
          ImageEntries.write(entry, tar, folder.work());
          written++;
        }
      }
      if (written == 0) {
        throw new IOException("class " + folder.path().getFileName() + " has no images");
      }
    }
    folder.finish();
  }
}
