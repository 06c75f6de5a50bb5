package org.vgg4j.experiments.aid;

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
    List<CellTest> tests = CellTest.ofSeed(folder, result, seed);
    if (tests.size() == 1) {
      return load(tests.get(0));
    }
    Ensemble ensemble = new Ensemble();
    tests.forEach(test -> ensemble.add(test.posteriors().toString(), load(test)));
    return ensemble.posteriors();
  }

  private static Posteriors load(CellTest test) {
    TensorFile.open(test.posteriors()).verify();
    return Posteriors.load(test.posteriors());
  }
}
