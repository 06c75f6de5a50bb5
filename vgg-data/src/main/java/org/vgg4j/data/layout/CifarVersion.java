package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.Split;

/** The two data sets whose binary versions are alike: how their files and records differ. */
enum CifarVersion {
  CIFAR_10(
      "cifar-10-batches-bin",
      "batches.meta.txt",
      1,
      ImmutableMap.of(
          Split.TRAIN,
          ImmutableList.of(
              "data_batch_1.bin",
              "data_batch_2.bin",
              "data_batch_3.bin",
              "data_batch_4.bin",
              "data_batch_5.bin"),
          Split.VAL,
          ImmutableList.of("test_batch.bin"))),
  /** Every record has a coarse label, which is not used, and then a fine one. */
  CIFAR_100(
      "cifar-100-binary",
      "fine_label_names.txt",
      2,
      ImmutableMap.of(
          Split.TRAIN, ImmutableList.of("train.bin"), Split.VAL, ImmutableList.of("test.bin")));

  private static final ImageSize SIZE = new ImageSize(32, 32);

  private final String folder;
  private final String classNames;
  private final int labelBytes;
  private final ImmutableMap<Split, ImmutableList<String>> files;

  CifarVersion(
      String folder,
      String classNames,
      int labelBytes,
      ImmutableMap<Split, ImmutableList<String>> files) {
    this.folder = folder;
    this.classNames = classNames;
    this.labelBytes = labelBytes;
    this.files = files;
  }

  /** The folder with the files of this version: a place itself or one in it. */
  Optional<Path> in(Path location) {
    return Stream.of(location, location.resolve(folder))
        .filter(place -> Files.isRegularFile(place.resolve(classNames)))
        .findFirst();
  }

  /** The files that make up each split, in the order of their images. */
  Map<Split, ImmutableList<String>> files() {
    return files;
  }

  /** How an image is stored behind its labels. */
  RawPixels pixels() {
    return new RawPixels(SIZE, 3, labelBytes);
  }

  /** Where in a record the label is that counts. */
  int labelOffset() {
    return labelBytes - 1;
  }

  /**
   * The names of the classes in the order of their labels.
   *
   * @throws Problem if they can't be read or there are none
   */
  ImmutableList<String> classes(Path folder) {
    Path file = folder.resolve(classNames);
    try {
      ImmutableList<String> names =
          MoreFiles.asCharSource(file, StandardCharsets.UTF_8).readLines().stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .collect(toImmutableList());
      if (names.isEmpty()) {
        throw new IOException("there is no name in it");
      }
      return names;
    } catch (IOException e) {
      throw Problem.data(
              file.toString(),
              "can't be read as names of classes (" + e.getMessage() + ")",
              "unpack it again")
          .causedBy(e);
    }
  }
}
