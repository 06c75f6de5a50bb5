package org.vgg4j.data.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.data.image.Decoding;
import org.vgg4j.data.source.ImageDataset;

/**
 * Keeps the statistics of data sets in a folder, a JSON file for each: they are computed once, and
 * again when a byte of the data set or the way it is decoded has changed.
 *
 * @param folder where; empty to keep nothing
 * @param decoding how the images become pixels
 */
public record StatisticsCache(Optional<Path> folder, Decoding decoding) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A file's content; the hash is what the statistics belong to. */
  private record Kept(String content, ColourStatistics colours) {}

  /**
   * The statistics of a data set.
   *
   * @param progress called with 1 for every image that has to be decoded
   * @throws org.vgg4j.core.Problem if an image can't be read
   */
  public ColourStatistics of(ImageDataset dataset, int threads, IntConsumer progress) {
    if (folder.isEmpty()) {
      return ColourStatistics.of(dataset, threads, progress);
    }
    String content = dataset.manifest().hash() + decoding;
    Path file = folder.get().resolve("statistics-" + digest(content) + ".json");
    Optional<ColourStatistics> known = read(file, content);
    if (known.isPresent()) {
      return known.get();
    }
    ColourStatistics computed = ColourStatistics.of(dataset, threads, progress);
    AtomicFile.write(file, json(new Kept(content, computed)));
    return computed;
  }

  private static String digest(String content) {
    return Hashing.sha256().hashString(content, UTF_8).toString().substring(0, 16);
  }

  private static Optional<ColourStatistics> read(Path file, String content) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      @Nullable Kept kept = JSON.readValue(file.toFile(), Kept.class);
      return Optional.ofNullable(kept).filter(k -> content.equals(k.content())).map(Kept::colours);
    } catch (IOException e) {
      return Optional.empty(); // what can't be read is computed again
    }
  }

  private static String json(Kept kept) {
    try {
      return JSON.writeValueAsString(kept) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
