package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.FilePart;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.PartContents;
import org.vgg4j.data.source.Split;

/**
 * ImageNet's training images in an archive for each class; ids and order are those of class
 * folders.
 *
 * @param place a folder of such archives, or the archive of all archives
 */
record ClassArchives(Path place) {
  private static final Pattern CLASS = Pattern.compile("n\\d{8}\\.tar");
  private static final Comparator<FilePart> BY_NAME =
      Comparator.comparing(part -> TarIndex.fileName(part.name()), SortedFolder.BY_CODE_POINT);

  /** Whether a folder holds at least one. */
  static boolean areIn(Path folder) {
    return Files.isReadable(folder)
        && Files.isDirectory(folder)
        && new SortedFolder(folder).files().stream().anyMatch(ClassArchives::isClass);
  }

  private static boolean isClass(String name) {
    return CLASS.matcher(TarIndex.fileName(name)).matches();
  }

  /**
   * Lists the images.
   *
   * @throws Problem if an archive is damaged or holds no images
   */
  LabelledFiles read() {
    List<FilePart> archives =
        archives().stream().filter(part -> isClass(part.name())).sorted(BY_NAME).toList();
    if (archives.isEmpty()) {
      throw Problem.data(
          place.toString(), "holds no archives such as n01440764.tar", "give ImageNet's own");
    }
    checkNoFolders(archives);
    ImmutableList<String> classes =
        archives.stream().map(ClassArchives::wordNetId).collect(toImmutableList());
    LabelledFiles.Builder split = LabelledFiles.builder(new SortedFolder(place).name(), classes);
    PartContents.Builder contents = new PartContents.Builder();
    for (int label = 0; label < classes.size(); label++) {
      for (FilePart image : images(archives.get(label))) {
        split.add(id(classes.get(label), image), label);
        contents.add(image);
      }
    }
    return split.build(contents);
  }

  /** Classes that were unpacked while others were not would be missed. */
  private void checkNoFolders(List<FilePart> archives) {
    if (!Files.isDirectory(place) || !new SortedFolder(place).hasFolders()) {
      return;
    }
    ImmutableSet<String> archived =
        archives.stream().map(ClassArchives::wordNetId).collect(toImmutableSet());
    for (String folder : new SortedFolder(place).folders()) {
      if (!archived.contains(folder)) {
        throw Problem.data(
            place.toString(),
            "holds archives of classes, but of " + folder + " a folder and no archive",
            "unpack all archives and move them away, or delete the folders");
      }
    }
  }

  private static String id(String wordNetId, FilePart image) {
    return Split.TRAIN + "/" + wordNetId + "/" + TarIndex.fileName(image.name());
  }

  private static String wordNetId(FilePart archive) {
    return TarIndex.fileName(archive.name()).replace(".tar", "");
  }

  private List<FilePart> archives() {
    return Files.isDirectory(place)
        ? new SortedFolder(place).files().stream().map(place::resolve).map(this::whole).toList()
        : TarIndex.of(place);
  }

  private FilePart whole(Path file) {
    try {
      return new FilePart(file, file.getFileName().toString(), 0, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FilePart> images(FilePart archive) {
    List<FilePart> images =
        TarIndex.of(archive).stream()
            .filter(part -> ImageNames.fits(part.name()))
            .sorted(BY_NAME)
            .toList();
    if (images.isEmpty()) {
      throw Problem.data(
          archive.file() + ": " + archive.name(), "holds no images", "download it again");
    }
    return images;
  }
}
