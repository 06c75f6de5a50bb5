package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where people have ILSVRC-2012: its archives as downloaded, unpacked in {@code train} and {@code
 * val}, or as Kaggle's archive unpacks.
 *
 * @param location what a user gives
 */
record IlsvrcPlaces(Path location) {
  private static final ImmutableList<String> NESTED =
      ImmutableList.of("ILSVRC/Data/CLS-LOC", "Data/CLS-LOC");
  private static final String VALIDATION_IMAGES = "ILSVRC2012_val_*.JPEG";

  /** Whether one of these places holds what a plain folder layout would not understand. */
  boolean exist() {
    return !root().equals(location)
        || Files.isRegularFile(trainArchive())
        || Files.isRegularFile(valArchive())
        || ClassArchives.areIn(location.resolve("train"))
        || holdsImages(location.resolve("val"));
  }

  /** The folder or archive of the training images. */
  Optional<Path> train() {
    return Stream.of(root().resolve("train"), trainArchive()).filter(Files::exists).findFirst();
  }

  /** The folder or archive of the validation images. */
  Optional<Path> val() {
    return Stream.of(root().resolve("val"), valArchive()).filter(Files::exists).findFirst();
  }

  /** The folders in which the classes of the validation images may be told. */
  ImmutableList<Path> aroundVal() {
    return ImmutableList.of(location, root(), root().resolve("val"));
  }

  private Path root() {
    return NESTED.stream()
        .map(location::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(location);
  }

  private Path trainArchive() {
    return location.resolve("ILSVRC2012_img_train.tar");
  }

  private Path valArchive() {
    return location.resolve("ILSVRC2012_img_val.tar");
  }

  private static boolean holdsImages(Path folder) {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      return false;
    }
    try (DirectoryStream<Path> images = Files.newDirectoryStream(folder, VALIDATION_IMAGES)) {
      return images.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }
}
