package org.vgg4j.train;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.core.weights.TensorFile;

/**
 * The checkpoints of one run. The last but one stays until its successor is whole, so there is
 * always one to go on from, whenever the process or the disk fails.
 *
 * @param directory where they lie
 * @param network what they hold
 * @param task what they belong to
 */
record Checkpoints(RunDirectory directory, TrainingGraph network, TrainingTask task) {

  /** Saves the present state; the last checkpoint becomes the previous one. */
  void save(TrainingState state) {
    moveIfThere(directory.checkpoint(), directory.previousCheckpoint());
    Checkpoint.save(directory.checkpoint(), network, state, task);
  }

  /** Saves the parameters as the best so far. */
  void saveBest() {
    Checkpoint.saveWeights(directory.best(), network, task);
  }

  /** Keeps the last checkpoint as that of an epoch, and those of the epochs before it. */
  void keep(int epoch, int count) {
    try {
      Files.deleteIfExists(directory.checkpointOf(epoch - count));
      if (count > 0) {
        Files.deleteIfExists(directory.checkpointOf(epoch));
        Files.createLink(directory.checkpointOf(epoch), directory.checkpoint());
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw unusable(directory.checkpointOf(epoch), e);
    }
  }

  /**
   * Loads the newest checkpoint that is whole.
   *
   * @param remarks hears of one that is not
   * @return the state to go on from; empty where nothing was saved
   * @throws Problem if none is whole, or it belongs to another network or other settings
   */
  Optional<TrainingState> restore(Consumer<String> remarks) {
    Path last = directory.checkpoint();
    Path previous = directory.previousCheckpoint();
    if (!Files.exists(previous)) {
      return Files.exists(last) ? Optional.of(verified(last)) : Optional.empty();
    }
    if (!Files.exists(last)) {
      return Optional.of(verified(previous));
    }
    try {
      TensorFile.open(last).verify();
    } catch (Problem damaged) {
      // Aside, or it would take the place of the good one when the next is saved.
      moveIfThere(last, last.resolveSibling(last.getFileName() + ".damaged"));
      remarks.accept(damaged.getMessage() + "; going on from " + previous.getFileName());
      return Optional.of(verified(previous));
    }
    return Optional.of(Checkpoint.restore(last, network, task));
  }

  private TrainingState verified(Path file) {
    TensorFile.open(file).verify();
    return Checkpoint.restore(file, network, task);
  }

  private static void moveIfThere(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unusable(to, e);
    }
  }

  private static Problem unusable(Path file, Exception cause) {
    return Problem.data(
            file.toString(),
            "can't be written (" + cause + ")",
            "check permissions and free space of the run's folder; finished work is kept")
        .causedBy(cause);
  }
}
