package org.vgg4j.data.layout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.vgg4j.core.Problem;

/** The bytes of the two files that matter in a development kit, from its folder or archive. */
final class DevkitFiles {
  static final String META = "meta.mat";
  static final String GROUND_TRUTH = "ILSVRC2012_validation_ground_truth.txt";

  private final Path location;
  private final Map<String, byte[]> contents;

  private DevkitFiles(Path location, Map<String, byte[]> contents) {
    this.location = location;
    this.contents = contents;
    for (String name : new String[] {META, GROUND_TRUTH}) {
      if (!contents.containsKey(name)) {
        throw Problem.data(
            location.toString(),
            "lacks " + name,
            "use the whole kit of ILSVRC-2012, tasks 1 and 2");
      }
    }
  }

  static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(META));
  }

  /** Reads both files from their folder or from a .tar.gz. */
  static DevkitFiles read(Path location) {
    try {
      return new DevkitFiles(
          location, Files.isDirectory(location) ? inFolder(location) : inArchive(location));
    } catch (IOException e) {
      throw Problem.data(
              location.toString(),
              "can't be read as development kit (" + e.getMessage() + ")",
              "download it again")
          .causedBy(e);
    }
  }

  private static Map<String, byte[]> inFolder(Path folder) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    for (String name : new String[] {META, GROUND_TRUTH}) {
      if (Files.exists(folder.resolve(name))) {
        contents.put(name, Files.readAllBytes(folder.resolve(name)));
      }
    }
    return contents;
  }

  private static Map<String, byte[]> inArchive(Path archive) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isFile() && (name.equals(META) || name.equals(GROUND_TRUTH))) {
          contents.put(name, tar.readAllBytes());
        }
      }
    }
    return contents;
  }

  String place() {
    return location.toString();
  }

  /** Where one of the files lies, for messages. */
  String placeOf(String name) {
    return Files.isDirectory(location) ? location.resolve(name).toString() : location + ": " + name;
  }

  byte[] meta() {
    return contents.getOrDefault(META, new byte[0]);
  }

  byte[] groundTruth() {
    return contents.getOrDefault(GROUND_TRUTH, new byte[0]);
  }
}
