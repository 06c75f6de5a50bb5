package org.vgg4j.experiments.aid;

import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Ensemble;
import org.vgg4j.experiments.table.Result;

/** The posteriors of a row as they were kept. */
final class StoredPosteriors {
  private StoredPosteriors() {}

  /**
   * Of one seed: of its one test, or averaged over several (section 4.4).
   *
   * @throws org.vgg4j.core.Problem if a file is missing or damaged
   */
  static Posteriors of(OutputFolder folder, Result result, long seed) {
    List<Path> files =
        CellTest.ofSeed(folder, result, seed).stream().map(CellTest::posteriors).toList();
    files.forEach(file -> TensorFile.open(file).verify());
    return Ensemble.ofFiles(files);
  }
}
