package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;

/** The names in a folder that are not hidden, sorted by code point. */
record SortedFolder(Path path) {
  /** The order of names everywhere; that of {@code String} differs beyond 16 bits. */
  static final Comparator<String> BY_CODE_POINT =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  /** The folder's own name. */
  String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Whether there is a folder in this one, as far as one may look. */
  boolean hasFolders() {
    return Files.isReadable(path) && !names(Files::isDirectory).isEmpty();
  }

  /**
   * The names of the folders in this one.
   *
   * @throws Problem if this folder does not exist or there are none
   */
  ImmutableList<String> folders() {
    ImmutableList<String> folders = names(Files::isDirectory);
    if (folders.isEmpty()) {
      throw withoutClasses(holdsImages());
    }
    return folders;
  }

  /** Whether a file in this folder is named as images are. */
  boolean holdsImages() {
    return Files.isDirectory(path) && files().stream().anyMatch(ImageNames::fits);
  }

  private Problem withoutClasses(boolean hasImages) {
    return Problem.data(
        path.toString(),
        "holds " + (hasImages ? "images and " : "") + "no class folders",
        hasImages
            ? "did you mean the parent folder?"
            : "put the images of each class into a folder");
  }

  /** The names of the files in this folder, whatever they hold. */
  ImmutableList<String> files() {
    return names(Files::isRegularFile);
  }

  /** The names of those files in this folder; cheap where few are wanted among many. */
  ImmutableList<String> files(Predicate<String> wanted) {
    return names(file -> wanted.test(file.getFileName().toString()) && Files.isRegularFile(file));
  }

  /**
   * The names of the image files in this folder; of others the split gets a note.
   *
   * @throws Problem if there are none
   */
  ImmutableList<String> images(LabelledFiles.Builder split) {
    ImmutableList<String> files = names(SortedFolder::isFileOrLostLink);
    ImmutableList<String> images =
        files.stream().filter(ImageNames::fits).collect(toImmutableList());
    int others = files.size() - images.size();
    String left = others + " files without an image's extension";
    if (images.isEmpty()) {
      throw Problem.data(
          path.toString(),
          "holds no images" + (others == 0 ? "" : " (but " + left + ")"),
          "add images of this class or delete the folder");
    }
    if (others > 0) {
      split.note(path + ": " + left + " left out");
    }
    return images;
  }

  /** A link that leads nowhere is an image that can't be read: it must not vanish in silence. */
  private static boolean isFileOrLostLink(Path path) {
    return Files.isRegularFile(path) || (Files.isSymbolicLink(path) && !Files.exists(path));
  }

  /** A folder in this one. */
  SortedFolder folder(String name) {
    return new SortedFolder(path.resolve(name));
  }

  private ImmutableList<String> names(Predicate<Path> wanted) {
    if (!Files.isDirectory(path)) {
      throw Problem.data(
          path.toString(), "is not a folder", "images lie in DIR/train/CLASS/ and DIR/val/CLASS/");
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .filter(wanted)
          .map(entry -> entry.getFileName().toString())
          .sorted(BY_CODE_POINT)
          .collect(toImmutableList());
    } catch (IOException | UncheckedIOException e) {
      throw Problem.data(path.toString(), "can't be listed (" + e + ")", "check its permissions")
          .causedBy(e);
    }
  }
}
