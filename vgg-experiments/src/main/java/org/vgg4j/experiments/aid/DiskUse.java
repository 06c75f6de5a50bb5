package org.vgg4j.experiments.aid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a file or a folder takes on the disk.
 *
 * @param bytes of all files in it
 * @param changed when the newest of them was written
 */
public record DiskUse(long bytes, Instant changed) {

  /** Of a place; files that vanish meanwhile count as nothing. */
  static DiskUse of(Path place) {
    DiskUse itself = new DiskUse(0, Instant.ofEpochMilli(place.toFile().lastModified()));
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .map(Path::toFile)
          .filter(file -> file.isFile())
          .map(file -> new DiskUse(file.length(), Instant.ofEpochMilli(file.lastModified())))
          .reduce(DiskUse::and)
          .orElse(itself);
    } catch (IOException | UncheckedIOException e) {
      return itself;
    }
  }

  private DiskUse and(DiskUse other) {
    Instant newest = Stream.of(changed, other.changed).max(Comparator.naturalOrder()).get();
    return new DiskUse(bytes + other.bytes, newest);
  }
}
