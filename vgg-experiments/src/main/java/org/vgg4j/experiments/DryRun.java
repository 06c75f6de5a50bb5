package org.vgg4j.experiments;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vgg4j.core.spec.MemoryEstimate;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.bench.MatrixProduct;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/** What an experiment would do, how long and in how much memory; writes nothing. */
public final class DryRun {
  /** The part of a matrix product's speed that training reaches; see docs/performance.md. */
  private static final double TRAINING_EFFICIENCY = 0.8;

  /** What a step costs per layer besides arithmetic, which decides for tiny networks. */
  private static final double SECONDS_PER_LAYER = 2.5e-4;

  private final List<Experiment> experiments;
  private final Settings settings;

  /** Prepares nothing yet. */
  public DryRun(List<Experiment> experiments, Settings settings) {
    this.experiments = experiments;
    this.settings = settings;
  }

  /** The plan for people. */
  public String text() {
    try (DataSource data = Workplace.openData(settings)) {
      DataIdentity identity =
          new DataIdentity(
              settings.data().location(),
              "dry run",
              data.train().classes().size(),
              data.train().size(),
              data.skipped());
      Set<Stage> stages = new LinkedHashSet<>();
      for (Experiment experiment : experiments) {
        Plan plan = new Plan(experiment, settings.preset(), settings.networks(), identity);
        settings.seeds().forEach(seed -> stages.addAll(plan.stages(seed)));
      }
      return stages(stages, data) + "\n" + tests();
    }
  }

  private String stages(Set<Stage> stages, DataSource data) {
    double speed = MatrixProduct.gigaflops(settings.device(), 2048) * 1e9;
    double total = 0;
    TextTable table =
        new TextTable(
            "stage", "S", "seed", "starts from", "images", "at most epochs", "memory", "time");
    for (Stage stage : stages) {
      double seconds = seconds(stage, speed);
      total += seconds;
      table.row(
          stage.network().name(),
          stage.scale(),
          stage.seed(),
          start(stage),
          data.train().size(),
          stage.phase().epochs(),
          Numbers.bytes(memory(stage)),
          "about " + Numbers.duration(seconds));
    }
    return table.markdown() + "\nabout " + Numbers.duration(total) + " in all on this machine\n";
  }

  private static String start(Stage stage) {
    Stage parent = stage.parent();
    if (parent == null) {
      return stage.recipe().initialization();
    }
    String from = parent.network().name() + " at S=" + parent.scale();
    return stage.isFineTuning() ? "all layers of " + from : "some layers of " + from;
  }

  private static double seconds(Stage stage, double speed) {
    int batch = stage.recipe().batch();
    long multiplyAdds = stage.network().multiplyAdds(stage.recipe().crop());
    double arithmetic = 6.0 * multiplyAdds * batch / (speed * TRAINING_EFFICIENCY);
    double step = arithmetic + SECONDS_PER_LAYER * stage.network().layers().size();
    return step * stage.iterationsPerEpoch() * stage.phase().epochs();
  }

  private static long memory(Stage stage) {
    return MemoryEstimate.of(stage.network(), stage.recipe().crop(), stage.recipe().microBatch())
        .training();
  }

  private String tests() {
    TextTable table = new TextTable("table", "row", "network", "S", "test");
    for (Experiment experiment : experiments) {
      for (Row row : experiment.rows()) {
        row.tests().forEach(test -> table.row(lineOf(experiment, row, test)));
      }
    }
    return table.markdown();
  }

  private Object[] lineOf(Experiment experiment, Row row, Member test) {
    Preset preset = settings.preset();
    return new Object[] {
      experiment.name(),
      row.label(),
      test.network(),
      preset.scaled(ScaleRange.parse(test.train().scale())),
      preset.scaled(TestProtocol.parse(test.test()))
    };
  }
}
