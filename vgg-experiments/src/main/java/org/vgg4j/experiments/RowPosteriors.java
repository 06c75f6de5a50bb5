package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.eval.statistics.Ensemble;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.Result.Part;

/** The posteriors of rows: of one test, or averaged over several (section 4.4). */
final class RowPosteriors {
  private final Preset preset;
  private final RowNetworks networks;
  private final NetworkEvaluation evaluation;

  RowPosteriors(Preset preset, RowNetworks networks, NetworkEvaluation evaluation) {
    this.preset = preset;
    this.networks = networks;
    this.evaluation = evaluation;
  }

  /** The posteriors of a row that is computed, for one seed. */
  Posteriors of(Row row, long seed, RunListener listener) {
    List<Member> tests = row.tests();
    if (tests.size() == 1) {
      return of(tests.get(0), seed, listener);
    }
    Ensemble ensemble = new Ensemble();
    for (Member test : tests) {
      ensemble.add(test.training(), of(test, seed, listener));
    }
    return ensemble.posteriors();
  }

  private Posteriors of(Member test, long seed, RunListener listener) {
    return of(plannedOf(test, seed), listener);
  }

  /** The posteriors of a test. */
  Posteriors of(PlannedTest test, RunListener listener) {
    return evaluation.posteriors(test.network(), test.protocol(), listener);
  }

  /** The test of a row's part, for one seed. */
  PlannedTest plannedOf(Member test, long seed) {
    return new PlannedTest(networks.of(test, seed), protocolOf(test));
  }

  /** The protocol of a test at the preset's size. */
  TestProtocol protocolOf(Member test) {
    return preset.scaled(TestProtocol.parse(test.test()));
  }

  /** The tests of a row as a result tells them. */
  List<Part> partsOf(Row row, long seed) {
    return row.tests().stream().map(test -> networks.partOf(test, this, seed)).toList();
  }
}
