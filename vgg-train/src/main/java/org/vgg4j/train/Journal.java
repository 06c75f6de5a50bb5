package org.vgg4j.train;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;

/** What happened, one JSON object a line and an epoch: {@code journal.jsonl}. */
public final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** The journal in that file, which need not exist yet. */
  public Journal(Path file) {
    this.file = file;
  }

  /** Every epoch so far; a last line that a crash cut short does not count. */
  public List<EpochSummary> epochs() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return whole.lines().map(this::parse).toList();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Forgets what happened after the first {@code epochs} epochs, which will be done again. */
  void keepOnly(int epochs) {
    List<EpochSummary> all = epochs();
    StringBuilder kept = new StringBuilder();
    all.stream().filter(line -> line.epoch() < epochs).forEach(line -> kept.append(print(line)));
    AtomicFile.write(file, kept.toString());
  }

  void append(EpochSummary epoch) {
    try {
      Files.writeString(file, print(epoch), CREATE, APPEND);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private EpochSummary parse(String line) {
    try {
      return JSON.readValue(line, EpochSummary.class);
    } catch (JsonProcessingException e) {
      throw unusable(e);
    }
  }

  private static String print(EpochSummary epoch) {
    try {
      return JSON.writeValueAsString(epoch) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Problem unusable(IOException cause) {
    return Problem.data(
            file.toString(),
            "can't be used (" + cause.getMessage() + ")",
            "see that the disk has room and the file is yours to write, then run the same command again")
        .causedBy(cause);
  }
}
