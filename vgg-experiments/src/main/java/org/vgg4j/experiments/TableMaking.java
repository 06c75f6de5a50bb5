package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.experiments.EvaluationRecord.Tested;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ResultsTable;

/** Makes tables from trained stages: tests every row, and holds the claims against them. */
final class TableMaking {
  private final Workplace place;
  private final PublishedFiles published;
  private final RunListener listener;

  TableMaking(Workplace place, PublishedFiles published, RunListener listener) {
    this.place = place;
    this.published = published;
    this.listener = listener;
  }

  /** The table of an experiment whose stages are trained. */
  ResultsTable tableOf(Experiment experiment) {
    Settings settings = place.settings();
    Plan plan = place.plan(experiment);
    RowNetworks networks = new RowNetworks(plan, settings.preset(), place.store(), published);
    RowPosteriors posteriors = new RowPosteriors(settings.preset(), networks, evaluation());
    TableFilling filling = new TableFilling(settings, networks, posteriors);
    new TestRuns(settings, posteriors, listener).run(experiment.computed());
    List<Cell> cells =
        new SideBySide(settings.parallelStages())
            .map(experiment.rows(), row -> filling.cellOf(row, listener));
    ClaimTesting claims = new ClaimTesting(experiment, settings, posteriors, listener);
    return new ResultsTable(
            experiment.name(),
            experiment.title(),
            settings.preset().name(),
            Build.provenance(place.identity(), settings.seeds(), settings.threadsOfOneStage()),
            cells,
            claims.results())
        .withTies(claims.ties());
  }

  private NetworkEvaluation evaluation() {
    Settings settings = place.settings();
    DataIdentity identity = place.identity();
    Tested tested =
        new Tested(
            identity.name(),
            identity.hash(),
            settings.data().reading().decoding(),
            identity.skipped(),
            "");
    return new NetworkEvaluation(place.data(), tested, settings.threadsOfOneStage());
  }
}
