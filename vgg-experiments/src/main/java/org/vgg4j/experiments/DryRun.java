package org.vgg4j.experiments;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vgg4j.data.DataSource;
import org.vgg4j.experiments.bench.MatrixProduct;
import org.vgg4j.experiments.table.Numbers;

/** What an experiment would do, how long and in how much memory; writes nothing. */
public final class DryRun {
  private static final int MEASURED_SIZE = 2048;

  private final List<Experiment> experiments;
  private final Settings settings;

  /**
   * Prepares nothing yet.
   *
   * @throws org.vgg4j.core.Problem if a file of weights fills no row
   */
  public DryRun(List<Experiment> experiments, Settings settings) {
    settings.weights().checkUsed(experiments);
    this.experiments = experiments.stream().map(settings.weights()::fillable).toList();
    this.settings = settings;
  }

  /** The plan for people. */
  public String text() {
    try (DataSource data = Workplace.openData(settings)) {
      settings.weights().choices().forEach(c -> PublishedFiles.check(c, settings, data));
      DataIdentity identity =
          new DataIdentity(
              settings.data().location(),
              "dry run",
              data.train().classes().size(),
              data.train().size(),
              data.skipped());
      double speed = MatrixProduct.gigaflops(settings.device(), MEASURED_SIZE) * 1e9;
      StageEstimates stages =
          new StageEstimates(stages(identity), settings.preset().recipe(), speed);
      TestEstimates tests = new TestEstimates(settings, identity, data.val().size(), speed);
      String testTable = tests.table(experiments).markdown();
      return heading(data)
          + "\n**Trainings, each after the one that it starts from**\n\n"
          + (stages.stages().isEmpty() ? "none\n" : stages.table().markdown())
          + "\n**Tests, each made once**\n\n"
          + testTable
          + total(stages, tests, speed);
    }
  }

  private Set<Stage> stages(DataIdentity identity) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (Experiment experiment : experiments) {
      Plan plan = new Plan(experiment, settings.preset(), settings.networks(), identity);
      settings
          .seeds()
          .forEach(seed -> stages.addAll(plan.stages(seed, settings.weights()::isTrained)));
    }
    return stages;
  }

  private String heading(DataSource data) {
    return "Preset %s, data %s: %s training and %s validation images, %s classes; %d seed%s%n"
        .formatted(
            settings.preset().name(),
            settings.data().location(),
            Numbers.whole(data.train().size()),
            Numbers.whole(data.val().size()),
            Numbers.whole(data.train().classes().size()),
            settings.seeds().size(),
            settings.seeds().size() == 1 ? "" : "s");
  }

  private static String total(StageEstimates stages, TestEstimates tests, double speed) {
    return """

    Trainings about %s, tests about %s: about %s in all on this machine (%s GFLOP/s).
    Finished work is taken from --out and not done again; a plateau ends a training earlier.
    """
        .formatted(
            Numbers.duration(stages.seconds()),
            Numbers.duration(tests.seconds()),
            Numbers.duration(stages.seconds() + tests.seconds()),
            Numbers.whole(Math.round(speed / 1e9)));
  }
}
