package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.statistics.ColourStatistics;
import org.vgg4j.data.statistics.StatisticsCache;

/** Trains whatever stages are not finished, side by side where the settings say so. */
final class StageRuns {
  private final Workplace place;
  private final RunListener listener;

  StageRuns(Workplace place, RunListener listener) {
    this.place = place;
    this.listener = listener;
  }

  /** Trains; parents come before their children in the list. */
  void run(List<Stage> stages) {
    List<Stage> finished = stages.stream().filter(this::isFinished).toList();
    listener.trainingStarts(stages, finished);
    if (finished.size() == stages.size()) {
      return;
    }
    new DataRemarks(place.data(), listener).training(stages);
    Settings settings = place.settings();
    StageTraining training = new StageTraining(place.store(), images(), settings);
    new SideBySide(settings.parallelStages(), settings.safeguards().stop()::turnOn)
        .run(stages, stage -> run(stage, training));
  }

  private void run(Stage stage, StageTraining training) {
    if (isFinished(stage)) {
      return;
    }
    StageStart start = StageStart.of(stage, place.store());
    listener.remark(start.text());
    training.run(stage, start, listener.stageStarts(stage));
    listener.stageDone(stage);
  }

  private boolean isFinished(Stage stage) {
    return place.store().runOf(stage).isFinished();
  }

  private TrainingImages images() {
    Settings settings = place.settings();
    ColourStatistics colours =
        new StatisticsCache(place.dataFolder(), settings.data().reading().decoding())
            .of(place.data().train(), settings.device().threads(), images -> {});
    return new TrainingImages(
        place.data(),
        new Preprocessing(colours.mean(), settings.preset().recipe().pixelScale()),
        colours.components(),
        place.cacheOfOneStage());
  }
}
