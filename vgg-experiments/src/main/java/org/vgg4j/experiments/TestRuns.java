package org.vgg4j.experiments;

import java.util.List;

/** Makes the tests that a table needs, side by side, each once however many rows take it. */
record TestRuns(Settings settings, RowPosteriors posteriors, RunListener listener) {

  /** Leaves the posteriors of rows that are computed on disk. */
  void run(List<Row> rows) {
    List<PlannedTest> tests =
        settings.seeds().stream()
            .flatMap(seed -> rows.stream().flatMap(row -> testsOf(row, seed).stream()))
            .distinct()
            .toList();
    new SideBySide(settings.parallelStages())
        .forEach(
            tests.stream().flatMap(test -> test.parts().stream()).distinct().toList(),
            test -> posteriors.of(test, listener));
    tests.stream()
        .filter(test -> test.parts().size() > 1)
        .forEach(test -> posteriors.of(test, listener));
  }

  private List<PlannedTest> testsOf(Row row, long seed) {
    return row.tests().stream().map(test -> posteriors.plannedOf(test, seed)).toList();
  }
}
