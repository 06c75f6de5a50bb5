package org.vgg4j.data.transfer;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.vgg4j.data.layout.ValidationClasses;
import org.vgg4j.data.source.Split;

/**
 * The validation images of ImageNet: an archive without folders.
 *
 * @param path the archive
 * @param classes what its names don't tell
 */
record ValidationArchive(Path path, ValidationClasses classes) {

  /** Unpacks each image that is not there yet into the folder of its class. */
  PreparedSplit unpack(StagedFolder val, Progress progress) throws IOException {
    ImageEntries images = new ImageEntries();
    if (!val.isDone()) {
      try (TarFile tar = new TarFile(path)) {
        unpack(tar, val, images, progress);
      }
      val.finish();
    }
    return new PreparedSplit(Split.VAL, val.path(), val.folders(), val.files(), images.leftOut());
  }

  private void unpack(TarFile tar, StagedFolder val, ImageEntries images, Progress progress)
      throws IOException {
    ImmutableList<TarArchiveEntry> entries =
        tar.getEntries().stream().filter(images::take).collect(toImmutableList());
    long names = entries.stream().map(ImageEntries::name).distinct().count();
    classes.checkCount(names, path.toString());
    long bytes = entries.stream().mapToLong(TarArchiveEntry::getSize).sum();
    DiskSpace.reserve(val.work(), bytes - val.workBytes());
    progress.starts("unpacking " + path.getFileName(), bytes);
    for (TarArchiveEntry entry : entries) {
      String wordNetId = classes.of(ImageEntries.name(entry), path.toString());
      Path folder = val.work().resolve(wordNetId);
      if (!ImageEntries.isWritten(entry, folder)) {
        try (InputStream content = tar.getInputStream(entry)) {
          ImageEntries.write(entry, content, folder);
        }
      }
      progress.moved(entry.getSize());
    }
  }
}
