package org.vgg4j.experiments;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.train.RunDirectory;

/**
 * Runs experiments: trains the stages that are not finished, each once however many tables need it,
 * tests every row, writes the tables. Can be killed at any time and goes on from there.
 */
public final class Reproduction {
  private final ImmutableList<Experiment> asked;
  private final ImmutableList<Experiment> experiments;
  private final Settings settings;
  private final RunListener listener;
  private final UnaryOperator<ResultsTable> signature;

  /** Prepares nothing yet. */
  public Reproduction(List<Experiment> experiments, Settings settings, RunListener listener) {
    this(experiments, settings, listener, table -> table);
  }

  /**
   * For a command line whose options the tables shall tell.
   *
   * @param signature adds them
   */
  public Reproduction(
      List<Experiment> experiments,
      Settings settings,
      RunListener listener,
      UnaryOperator<ResultsTable> signature) {
    this.experiments =
        experiments.stream().map(settings.weights()::fillable).collect(toImmutableList());
    this.asked = ImmutableList.copyOf(experiments);
    this.settings = settings;
    this.listener = listener;
    this.signature = signature;
  }

  /**
   * Runs all that is left to do; writes {@code OUT/tableN.json} and its other forms, and {@code
   * OUT/claims.md}, as soon as a table is complete.
   */
  public List<ResultsTable> run() {
    settings.weights().checkUsed(asked);
    ResultFiles files = new ResultFiles(settings.out());
    Set<String> awaited = asked.stream().map(Experiment::name).collect(toCollection(HashSet::new));
    files.checkOthers(awaited);
    asked.forEach(experiment -> settings.weights().remark(experiment).ifPresent(listener::remark));
    try (Workplace place = Workplace.open(settings)) {
      PublishedFiles published = PublishedFiles.open(place, listener);
      DataRemarks remarks = new DataRemarks(place.data(), listener);
      experiments.forEach(experiment -> remarks.test(experiment, settings.preset()));
      new StageRuns(place, listener).run(stages(place));
      ImmutableList.Builder<ResultsTable> tables = ImmutableList.builder();
      for (Experiment experiment : experiments) {
        ResultsTable table =
            signature.apply(new TableMaking(place, published, listener).tableOf(experiment));
        awaited.remove(table.name());
        files.write(table, awaited);
        tables.add(table);
      }
      return tables.build();
    }
  }

  /** Trains all stages that are left to train; returns the run directory of the last row. */
  public RunDirectory train() {
    try (Workplace place = Workplace.open(settings)) {
      new StageRuns(place, listener).run(stages(place));
      Experiment last = experiments.get(experiments.size() - 1);
      Member test = last.rows().get(last.rows().size() - 1).tests().get(0);
      return place.store().runOf(place.plan(last).stageOf(test, settings.seeds().get(0)));
    }
  }

  private List<Stage> stages(Workplace place) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (long seed : settings.seeds()) {
      experiments.forEach(
          experiment ->
              stages.addAll(place.plan(experiment).stages(seed, settings.weights()::isTrained)));
    }
    return ImmutableList.copyOf(stages);
  }
}
