package org.vgg4j.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The folder of one training: checkpoints, journal, and in the end the weights. Weights are written
 * last and at once, so a folder that has them is finished.
 *
 * @param path the folder; need not exist yet
 */
public record RunDirectory(Path path) {

  /** Parameters, momentum and state after the last saved step. */
  public Path checkpoint() {
    return checkpoint("last");
  }

  /** The checkpoint before the last, should that be damaged. */
  Path previousCheckpoint() {
    return checkpoint("previous");
  }

  /** The parameters with the lowest validation error so far. */
  public Path best() {
    return checkpoint("best");
  }

  /** The checkpoint after an epoch that is kept on request; counted from 0. */
  Path checkpointOf(int epoch) {
    return checkpoint(String.format(Locale.ROOT, "epoch-%03d", epoch));
  }

  private Path checkpoint(String name) {
    return path.resolve("checkpoints").resolve(name + ".safetensors");
  }

  /** The trained parameters. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** What was found wrong with a training, layer by layer. */
  public Path diagnosis() {
    return path.resolve("diagnosis.csv");
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
