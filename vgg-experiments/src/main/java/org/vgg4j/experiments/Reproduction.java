package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.statistics.ColourStatistics;
import org.vgg4j.data.statistics.StatisticsCache;
import org.vgg4j.experiments.EvaluationRecord.Tested;
import org.vgg4j.experiments.Experiment.Row;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.train.RunDirectory;

/**
 * Runs an experiment: trains the stages that are not finished, tests every row, writes the table.
 * Can be killed at any time and goes on from there.
 */
public final class Reproduction {
  /** Share of the heap that decoded images may take, and again rescaled ones of all stages. */
  private static final double CACHE_SHARE = 0.3;

  private final Experiment experiment;
  private final Settings settings;
  private final RunListener listener;

  /** Prepares nothing yet. */
  public Reproduction(Experiment experiment, Settings settings, RunListener listener) {
    this.experiment = experiment;
    this.settings = settings;
    this.listener = listener;
  }

  /** Runs all that is left to do; writes {@code OUT/tableN.json}, {@code .md} and {@code .csv}. */
  public ResultsTable run() {
    try (DataSource data = openData(settings);
        RunStore store = RunStore.open(settings.out())) {
      DataIdentity identity = DataIdentity.of(settings.data(), data);
      Plan plan = new Plan(experiment, settings.preset(), settings.networks(), identity);
      new DataRemarks(data, listener).test(experiment, settings.preset());
      train(plan, store, data);
      ResultsTable table = test(plan, store, data, identity);
      String name = "table" + experiment.table();
      AtomicFile.write(store.file(name + ".json"), table.json());
      AtomicFile.write(store.file(name + ".md"), table.markdown());
      AtomicFile.write(store.file(name + ".csv"), table.csv());
      return table;
    }
  }

  /** Trains all stages that are left to train; returns the run directory of the last row. */
  public RunDirectory train() {
    try (DataSource data = openData(settings);
        RunStore store = RunStore.open(settings.out())) {
      DataIdentity identity = DataIdentity.of(settings.data(), data);
      Plan plan = new Plan(experiment, settings.preset(), settings.networks(), identity);
      train(plan, store, data);
      Row last = experiment.rows().get(experiment.rows().size() - 1);
      return store.runOf(plan.stageOf(last, settings.seeds().get(0)));
    }
  }

  private static long cacheBytes() {
    return (long) (CACHE_SHARE * Runtime.getRuntime().maxMemory());
  }

  private ResultsTable test(Plan plan, RunStore store, DataSource data, DataIdentity identity) {
    StageEvaluation evaluation =
        new StageEvaluation(
            store,
            data,
            new Tested(
                identity.name(),
                identity.hash(),
                settings.data().reading().decoding(),
                identity.skipped(),
                ""),
            settings.threadsOfOneStage());
    TableFilling filling = new TableFilling(settings, plan, store, evaluation);
    List<Cell> cells =
        new ParallelStages(settings.parallelStages(), () -> {})
            .map(experiment.rows(), row -> filling.cellOf(row, listener));
    return new ResultsTable(
        experiment.table(),
        experiment.caption(),
        settings.preset().name(),
        Build.provenance(identity, settings.seeds(), settings.threadsOfOneStage()),
        cells);
  }

  @MustBeClosed
  static DataSource openData(Settings settings) {
    return settings
        .data()
        .open(
            new Resources(
                settings.threadsOfOneStage().threads(), cacheBytes() / 2, dataFolder(settings)));
  }

  /** What is known of data sets lies beside the results, never among the data. */
  private static Optional<Path> dataFolder(Settings settings) {
    return Optional.of(settings.out().resolve("data"));
  }

  private void train(Plan plan, RunStore store, DataSource data) {
    List<Stage> stages = stages(plan);
    List<Stage> finished = stages.stream().filter(s -> store.runOf(s).isFinished()).toList();
    listener.trainingStarts(stages, finished);
    if (finished.size() == stages.size()) {
      return;
    }
    new DataRemarks(data, listener).training(stages);
    ColourStatistics colours =
        new StatisticsCache(dataFolder(settings), settings.data().reading().decoding())
            .of(data.train(), settings.device().threads(), images -> {});
    Preprocessing preprocessing =
        new Preprocessing(colours.mean(), settings.preset().recipe().pixelScale());
    TrainingImages images =
        new TrainingImages(
            data,
            preprocessing,
            colours.components(),
            cacheBytes() / settings.parallelStages() / 2);
    StageTraining training = new StageTraining(store, images, settings);
    ParallelStages parallel =
        new ParallelStages(settings.parallelStages(), settings.safeguards().stop()::turnOn);
    parallel.run(
        stages,
        stage -> {
          if (store.runOf(stage).isFinished()) {
            return;
          }
          StageStart start = StageStart.of(stage, store);
          listener.remark(start.text());
          training.run(stage, start, listener.stageStarts(stage));
          listener.stageDone(stage);
        });
  }

  private List<Stage> stages(Plan plan) {
    Set<Stage> stages = new LinkedHashSet<>();
    settings.seeds().forEach(seed -> stages.addAll(plan.stages(seed)));
    return ImmutableList.copyOf(stages);
  }
}
