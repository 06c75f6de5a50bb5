package org.vgg4j.experiments.plot;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.Journal;

/**
 * What a run's journal tells.
 *
 * @param name of the run's folder
 * @param epochs at least one
 */
public record RunCurves(String name, List<EpochSummary> epochs) {
  public RunCurves {
    epochs = ImmutableList.copyOf(epochs);
  }

  /**
   * Reads the journal of a run, which may still be training: its last line may be half written.
   *
   * @param run the run's folder
   * @throws Problem if there is no journal, it tells of no epoch, or it is damaged
   */
  public static RunCurves of(Path run) {
    Path file = run.resolve("journal.jsonl");
    if (!Files.exists(file)) {
      throw Problem.data(
          run.toString(),
          "holds no journal.jsonl",
          "give the folder of a run, such as out/runs/A-S37-seed1-0123abcd");
    }
    List<EpochSummary> epochs = epochs(file);
    if (epochs.isEmpty()) {
      throw Problem.data(file.toString(), "tells of no epoch", "wait until the first is done");
    }
    return new RunCurves(String.valueOf(run.toAbsolutePath().normalize().getFileName()), epochs);
  }

  private static List<EpochSummary> epochs(Path file) {
    try {
      return new Journal(file).epochs();
    } catch (Problem e) {
      throw Problem.data(
              file.toString(),
              "is damaged: it has a line that tells of no epoch",
              "train on, which puts it in order, or remove the bad line")
          .causedBy(e);
    }
  }

  /**
   * The epochs after which the learning rate fell from where it had stood, as indices of {@link
   * #epochs}; none for a rate that falls all the time, as a cosine does.
   */
  List<Integer> drops() {
    return IntStream.range(0, epochs.size() - 1)
        .filter(i -> rate(i + 1) < rate(i) && (i == 0 || rate(i - 1) == rate(i)))
        .boxed()
        .toList();
  }

  private double rate(int epoch) {
    return epochs.get(epoch).rate();
  }
}
