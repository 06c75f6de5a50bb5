package org.vgg4j.data.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vgg4j.data.layout.ValidationClasses;
import org.vgg4j.data.source.Split;

/**
 * Images that lie unpacked somewhere, brought into class folders by symbolic links.
 *
 * @param images a folder of class folders or, for validation images, of images
 */
record ImageLinks(Path images) {

  /** Whether there are folders and not images. */
  boolean areSorted() throws IOException {
    return all().stream().anyMatch(path -> !name(path).startsWith(".") && Files.isDirectory(path));
  }

  /** One link to all class folders. */
  PreparedSplit linkWhole(Split split, StagedFolder target) throws IOException {
    if (!target.isDone()) {
      Files.createDirectories(target.path().resolve("..").normalize());
      Files.createSymbolicLink(target.path(), images.toRealPath());
    }
    return new PreparedSplit(split, target.path(), target.folders(), target.files(), 0);
  }

  /** A link to each validation image. */
  PreparedSplit linkEach(ValidationClasses classes, StagedFolder val, Progress progress)
      throws IOException {
    int leftOut = 0;
    if (!val.isDone()) {
      List<Path> all = all();
      List<Path> found = all.stream().filter(file -> ImageEntries.isImage(name(file))).toList();
      leftOut = all.size() - found.size();
      classes.checkCount(found.size(), images.toString());
      progress.starts("linking " + images.getFileName(), found.size());
      for (Path image : found) {
        link(image, val.work().resolve(classes.of(name(image), images.toString())));
        progress.moved(1);
      }
      val.finish();
    }
    return new PreparedSplit(Split.VAL, val.path(), val.folders(), val.files(), leftOut);
  }

  private static void link(Path image, Path folder) throws IOException {
    Path link = folder.resolve(name(image));
    Path target = image.toRealPath();
    if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
      return;
    }
    // One from a call before may lead to where the images were then.
    Files.deleteIfExists(link);
    Files.createDirectories(folder);
    Files.createSymbolicLink(link, target);
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> entries = Files.list(images)) {
      return entries.sorted().toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
