package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.SeedResult;

/**
 * One test of a cell with one seed: its files. A table names those of its first seed; those of the
 * others lie in the runs that repeat it.
 *
 * @param part what was tested, and how
 * @param run the run that trained the weights; empty where they came from elsewhere
 */
public record CellTest(
    Part part, long seed, Path weights, Path posteriors, Optional<StoredRun> run) {

  /** Every test of a cell, seed by seed; none where it is only cited. */
  public static List<CellTest> of(OutputFolder folder, Cell cell) {
    Result result = cell.result();
    if (result == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<CellTest> tests = ImmutableList.builder();
    for (SeedResult seed : result.seeds()) {
      tests.addAll(ofSeed(folder, result, seed.seed()));
    }
    return tests.build();
  }

  /** The tests of a result whose posteriors make its error for one seed, in their order. */
  static List<CellTest> ofSeed(OutputFolder folder, Result result, long seed) {
    return result.parts().stream().map(part -> of(folder, part, seed)).toList();
  }

  private static CellTest of(OutputFolder folder, Part part, long seed) {
    Path weights = folder.path().resolve(part.weights());
    Path posteriors = folder.path().resolve(part.posteriors());
    Optional<StoredRun> named = runOf(folder, part);
    if (named.isEmpty()) {
      return new CellTest(part, seed, weights, posteriors, Optional.empty());
    }
    StoredRun run = withSeed(folder, named.get(), seed);
    return new CellTest(
        part,
        seed,
        run.directory().weights(),
        run.path().resolve(named.get().path().relativize(posteriors)),
        Optional.of(run));
  }

  private static StoredRun withSeed(OutputFolder folder, StoredRun run, long seed) {
    if (run.name().contains("-seed" + seed + "-")) {
      return run;
    }
    return new Lineage(folder)
        .repeated(run, seed)
        .orElseThrow(
            () ->
                Problem.data(
                    folder.path().toString(),
                    "has no run like " + run.name() + " with seed " + seed,
                    "run vgg reproduce again; finished stages are kept"));
  }

  /** The run whose weights a part names; it need not be there any more. */
  static Optional<StoredRun> runOf(OutputFolder folder, Part part) {
    Path weights = Path.of(part.weights());
    return weights.startsWith("runs") && weights.getNameCount() > 2
        ? Optional.of(new StoredRun(folder.path().resolve(weights.subpath(0, 2))))
        : Optional.empty();
  }
}
