package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * The images that one list names.
 *
 * @param split the split they make up
 * @param list where they are named
 * @param lines one for each image
 */
record ListedImages(Split split, ListFile list, ImmutableList<ListFile.Line> lines) {

  static ListedImages of(Split split, ListFile list) {
    return new ListedImages(split, list, list.lines());
  }

  /**
   * The split.
   *
   * @throws Problem if an image is missing or listed twice, or has a label that is no class's
   */
  LabelledFiles read(ListedClasses classes) {
    String name = new SortedFolder(list.folder()).name() + "/" + list.path().getFileName();
    LabelledFiles.Builder files = LabelledFiles.builder(name, classes.names());
    checkUnique();
    for (ListFile.Line line : lines) {
      checkExists(line);
      files.add(split + "/" + line.image(), classes.label(line, list));
    }
    int prefix = split.toString().length() + 1;
    // Only the folder is kept with the images: the lines would take 200 MB for ImageNet.
    Path folder = list.folder();
    return files.build(id -> folder.resolve(id.substring(prefix)));
  }

  /** Compares hashes first, as a million names in a map take much memory. */
  private void checkUnique() {
    long[] hashes = lines.stream().mapToLong(line -> hash(line.image())).sorted().toArray();
    if (IntStream.range(1, hashes.length).anyMatch(i -> hashes[i] == hashes[i - 1])) {
      Map<String, Integer> seen = new HashMap<>();
      lines.forEach(line -> checkNew(line, seen));
    }
  }

  private static long hash(String name) {
    return Hashing.farmHashFingerprint64().hashString(name, StandardCharsets.UTF_8).asLong();
  }

  private void checkNew(ListFile.Line line, Map<String, Integer> seen) {
    @Nullable Integer before = seen.putIfAbsent(line.image(), line.number());
    if (before != null) {
      throw Problem.data(
          list.place(line.number()),
          line.image() + " is in line " + before + " too",
          "list each image once");
    }
  }

  private void checkExists(ListFile.Line line) {
    if (!Files.isRegularFile(list.folder().resolve(line.image()))) {
      throw Problem.data(
          list.place(line.number()),
          "there is no image " + line.image(),
          "paths start at the list's folder");
    }
  }
}
