package org.vgg4j.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.hash.HashCode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.AtomicFile;

/**
 * Keeps the digests of a split in a file, so that a data set is read once and not at every start:
 * {@code id TAB label TAB bytes TAB SHA-256 TAB time} a line. An image is read again when its size
 * or its time differs, as by git and rsync. Never lies in the data set's own folder.
 */
public final class ManifestCache {
  private final Optional<Path> file;

  private ManifestCache(Optional<Path> file) {
    this.file = file;
  }

  /** Keeps nothing. */
  public static ManifestCache none() {
    return new ManifestCache(Optional.empty());
  }

  /** Keeps digests in that file. */
  public static ManifestCache in(Path file) {
    return new ManifestCache(Optional.of(file));
  }

  /** What is known; nothing of an image whose line is missing or can't be understood. */
  ContentDigests load(LabelledFiles files) {
    ContentDigests digests = new ContentDigests(files.size());
    if (file.isPresent() && Files.exists(file.get())) {
      try (BufferedReader lines = Files.newBufferedReader(file.get())) {
        load(lines, files, digests);
      } catch (IOException | RuntimeException e) {
        // A cache that can't be read is no cache: the data set is read again.
        return new ContentDigests(files.size());
      }
    }
    return digests;
  }

  /** Both are in the order of the split; where they differ they are taken for sorted. */
  private static void load(BufferedReader lines, LabelledFiles files, ContentDigests digests)
      throws IOException {
    int index = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      while (index < files.size() && files.id(index).compareTo(fields.get(0)) < 0) {
        index++;
      }
      if (index < files.size() && files.id(index).equals(fields.get(0))) {
        Stamp stamp = new Stamp(Long.parseLong(fields.get(2)), Long.parseLong(fields.get(4)));
        digests.put(index++, stamp, HashCode.fromString(fields.get(3)));
      }
    }
  }

  /** Keeps what is known now. */
  void save(LabelledFiles files, ContentDigests digests) {
    file.ifPresent(
        path ->
            AtomicFile.write(
                path,
                channel -> {
                  BufferedWriter writer = new BufferedWriter(Channels.newWriter(channel, UTF_8));
                  for (int i = 0; i < files.size(); i++) {
                    writer.write(digests.timedLine(files, i));
                    writer.write('\n');
                  }
                  writer.flush();
                }));
  }
}
