package org.vgg4j.data.source;

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

/** The names in a folder that are not hidden, sorted by code point. */
record SortedFolder(Path path) {
  private static final Comparator<String> BY_CODE_POINT =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  /**
   * The names of the folders in this one.
   *
   * @throws Problem if this folder does not exist or there are none
   */
  ImmutableList<String> folders() {
    ImmutableList<String> folders = names(Files::isDirectory);
    if (folders.isEmpty()) {
      throw Problem.data(
          path.toString(), "holds no class folders", "put the images of each class into a folder");
    }
    return folders;
  }

  /**
   * The names of the files in this folder.
   *
   * @throws Problem if there are none
   */
  ImmutableList<String> files() {
    ImmutableList<String> files = names(Files::isRegularFile);
    if (files.isEmpty()) {
      throw Problem.data(
          path.toString(), "holds no images", "add images of this class or delete the folder");
    }
    return files;
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
