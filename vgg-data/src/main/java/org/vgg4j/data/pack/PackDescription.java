package org.vgg4j.data.pack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;

/**
 * What is in a folder of shards and how they were made, so that two packings are never mixed.
 *
 * @param format of the shards
 * @param smallestSide that larger images were made smaller to; absent if files are as they were
 * @param imagesPerShard at most
 * @param decoding how images were read that were made smaller; empty for the defaults
 * @param manifests of the source, by split
 */
record PackDescription(
    PackFormat format,
    @Nullable Integer smallestSide,
    int imagesPerShard,
    String decoding,
    Map<String, String> manifests) {
  static final String FILE = "packing.yaml";

  /**
   * Notes it in a folder.
   *
   * @throws Problem if another packing is there, or files that nothing is noted of
   */
  void claim(Path folder) {
    if (!isIn(folder)) {
      checkEmpty(folder);
      AtomicFile.write(folder.resolve(FILE), StrictYaml.print(this));
    }
  }

  /** Shards of another packing would be taken for those of this one. */
  private static void checkEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*")) {
      if (files.iterator().hasNext()) {
        throw new IOException("it holds files without " + FILE);
      }
    } catch (IOException e) {
      throw Problem.data(
              folder.toString(),
              "can't be gone on with (" + e.getMessage() + ")",
              "delete that folder, or write to another one")
          .causedBy(e);
    }
  }

  /**
   * Whether a folder is of this packing; not if nothing is noted there.
   *
   * @throws Problem if it is of another one
   */
  boolean isIn(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    if (!StrictYaml.read(file, PackDescription.class).equals(this)) {
      throw Problem.data(
          file.toString(),
          "tells of other data or settings than these",
          "write to another folder, or delete the folder " + folder);
    }
    return true;
  }
}
