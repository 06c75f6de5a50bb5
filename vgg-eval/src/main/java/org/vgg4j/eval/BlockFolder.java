package org.vgg4j.eval;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/** Finished blocks as files in a folder, each written whole, with what made it. */
final class BlockFolder implements Blocks {
  private static final String POSTERIORS = "posteriors";

  private final Path folder;
  private final Map<String, String> madeFrom;
  private final String prefix;

  BlockFolder(Path folder, Map<String, String> madeFrom) {
    this(folder, madeFrom, "");
  }

  private BlockFolder(Path folder, Map<String, String> madeFrom, String prefix) {
    this.folder = folder;
    this.madeFrom = madeFrom;
    this.prefix = prefix;
  }

  @Override
  public Blocks of(String view) {
    return new BlockFolder(folder, madeFrom, view + "-");
  }

  /**
   * {@inheritDoc}
   *
   * @throws Problem if the block is damaged, or of an evaluation with other settings
   */
  @Override
  public Optional<float[]> kept(int block, int values) {
    Path path = file(block);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    TensorFile file = TensorFile.open(path);
    MadeFrom.checkSame(folder, file.metadata(), madeFrom);
    file.verify();
    float[] rows = file.floats(POSTERIORS);
    if (rows.length != values) {
      throw Problem.data(
          path.toString(),
          "has %d posteriors, not %d".formatted(rows.length, values),
          "remove the folder; the evaluation starts again");
    }
    return Optional.of(rows);
  }

  @Override
  public void keep(int block, float[] rows) {
    new TensorFileWriter(madeFrom)
        .floats(POSTERIORS, List.of(rows.length), () -> rows)
        .writeTo(file(block));
  }

  /**
   * Makes the folder, so that a place where nothing can be written is told before the work.
   *
   * @throws Problem if it can't be made
   */
  void make() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Problem.data(
              folder.toString(),
              "can't be made (" + e.getMessage() + ")",
              "choose a place for the posteriors where you may write")
          .causedBy(e);
    }
  }

  /** Leaves no empty folder behind where not one block was finished. */
  void removeIfEmpty() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It holds blocks, which stay.
    }
  }

  /** Removes all blocks, when the whole has been written. */
  void remove() {
    try {
      if (Files.exists(folder)) {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw Problem.data(
              folder.toString(), "can't be removed (" + e.getMessage() + ")", "remove it yourself")
          .causedBy(e);
    }
  }

  private Path file(int block) {
    return folder.resolve(prefix + String.format(Locale.ROOT, "%06d.safetensors", block));
  }
}
