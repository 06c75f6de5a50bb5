package org.vgg4j.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.SeedStatistics;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Experiment.PaperErrors;
import org.vgg4j.experiments.Experiment.Row;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.Intervals;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Cell.Range;
import org.vgg4j.experiments.table.Cell.SeedResult;

/** Turns rows into cells: tests the trained stages and puts the paper's numbers beside. */
final class TableFilling {
  private static final String WILSON = "Wilson's 95% score interval over the images";
  private static final String STUDENT = "Student's 95% interval of the mean over the seeds";

  private final Settings settings;
  private final Plan plan;
  private final RunStore store;
  private final StageEvaluation evaluation;

  TableFilling(Settings settings, Plan plan, RunStore store, StageEvaluation evaluation) {
    this.settings = settings;
    this.plan = plan;
    this.store = store;
    this.evaluation = evaluation;
  }

  /** The cell of a row, over all seeds. */
  Cell cellOf(Row row, RunListener listener) {
    TestProtocol protocol = settings.preset().scaled(TestProtocol.parse(row.test()));
    List<ErrorRates> errors = new ArrayList<>();
    List<SeedResult> results = new ArrayList<>();
    double seconds = 0;
    for (long seed : settings.seeds()) {
      Stage stage = plan.stageOf(row, seed);
      Posteriors posteriors = evaluation.posteriors(stage, protocol, listener);
      ErrorRates rates = ErrorRates.of(posteriors);
      errors.add(rates);
      results.add(new SeedResult(seed, rates.top1(), rates.top5(), runOf(stage)));
      seconds += evaluation.seconds(stage);
    }
    Stage stage = plan.stageOf(row, settings.seeds().get(0));
    return new Cell(
        row.network(),
        stage.scale().toString(),
        protocol.scalesText(),
        protocol.toString(),
        over(errors, ErrorRates::top1).mean(),
        over(errors, ErrorRates::top5).mean(),
        intervals(errors),
        errors.get(0).images(),
        results,
        paper(row),
        runOf(stage),
        seconds,
        Deviations.of(stage.recipe()));
  }

  private String runOf(Stage stage) {
    return store.relative(store.runOf(stage).path());
  }

  private static Intervals intervals(List<ErrorRates> errors) {
    ErrorRates first = errors.get(0);
    return errors.size() == 1
        ? new Intervals(range(first.top1Interval()), range(first.top5Interval()), WILSON)
        : new Intervals(
            range(over(errors, ErrorRates::top1).interval()),
            range(over(errors, ErrorRates::top5).interval()),
            STUDENT);
  }

  private static SeedStatistics over(List<ErrorRates> errors, Function<ErrorRates, Double> which) {
    return SeedStatistics.of(errors.stream().map(which).toList());
  }

  private static Range range(Interval interval) {
    return new Range(interval.low(), interval.high());
  }

  private static @Nullable PaperRow paper(Row row) {
    PaperErrors errors = row.paper();
    return errors == null
        ? null
        : new PaperRow(
            row.train().scale(),
            TestProtocol.parse(row.test()).scalesText(),
            errors.top1(),
            errors.top5());
  }
}
