package org.vgg4j.train;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one training: checkpoint, journal, and in the end the weights. Weights are written
 * last and at once, so a folder that has them is finished.
 *
 * @param path the folder; need not exist yet
 */
public record RunDirectory(Path path) {

  /** Parameters, momentum and state after the last complete epoch. */
  public Path checkpoint() {
    return path.resolve("checkpoints").resolve("last.safetensors");
  }

  /** The trained parameters. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** What happened, epoch by epoch. */
  public Journal journal() {
    return new Journal(path.resolve("journal.jsonl"));
  }

  /** Whether training has finished. */
  public boolean isFinished() {
    return Files.exists(weights());
  }
}
