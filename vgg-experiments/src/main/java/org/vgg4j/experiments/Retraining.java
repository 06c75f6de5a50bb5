package org.vgg4j.experiments;

import java.util.List;
import java.util.function.Function;
import org.vgg4j.train.RunDirectory;

/**
 * Trains one stage into an output folder of its own, which holds the run that it starts from.
 *
 * @param settings with that folder and the recipe of the stage
 */
public record Retraining(Settings settings, RunListener listener) {

  /**
   * Trains.
   *
   * @param stageOf the stage on the data that the settings name
   * @return the folder of the new run
   */
  public RunDirectory run(Function<DataIdentity, Stage> stageOf) {
    try (Workplace place = Workplace.open(settings)) {
      Stage stage = stageOf.apply(place.identity());
      new StageRuns(place, listener).run(List.of(stage));
      return place.store().runOf(stage);
    }
  }
}
