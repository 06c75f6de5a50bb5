package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.DataIdentity;
import org.vgg4j.experiments.Experiments;
import org.vgg4j.experiments.Plan;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.Stage;
import org.vgg4j.train.TrainingListener.Step;

class RunProgressTests {
  private static final Stage STAGE =
      new Plan(
              Experiments.named("table3"),
              Preset.named("smoke"),
              NetworkCatalogue.shipped(),
              new DataIdentity("generated", "0123", 10, 320, List.of()))
          .stages(1)
          .get(0);

  private final RunProgress progress = new RunProgress();

  private static Step step(int epoch, int number) {
    return new Step(epoch, number, STAGE.iterationsPerEpoch(), 2, 64);
  }

  @Test
  void halfOfTheStepsAreHalfOfTheWork() {
    progress.start(List.of(STAGE), List.of());
    int half = STAGE.phase().epochs() / 2;
    progress.stepDone(STAGE, step(half - 1, STAGE.iterationsPerEpoch() - 1));
    assertThat(progress.share() * STAGE.phase().epochs()).isCloseTo(half, within(1e-9));
  }

  @Test
  void whatAnEarlierProcessDidDoesNotMakeTheRestLookShort() {
    progress.start(List.of(STAGE), List.of());
    progress.stepDone(STAGE, step(STAGE.phase().epochs() - 1, 0));
    double secondsOfOneStep = progress.seconds();
    assertThat(progress.secondsLeft())
        .isGreaterThanOrEqualTo(0.99 * secondsOfOneStep * (STAGE.iterationsPerEpoch() - 1));
  }

  @Test
  void aStageWithoutAStepLeftInThisProcessCountsAllTheSame() {
    progress.start(List.of(STAGE), List.of());
    progress.stageDone(STAGE);
    assertThat(progress.stagesText()).isEqualTo("1/1 stages");
    assertThat(progress.share()).isEqualTo(1);
    assertThat(progress.secondsLeft()).isZero();
  }

  @Test
  void theEpochLastsAsLongAsItsImagesTake() {
    int steps = STAGE.iterationsPerEpoch() - 1;
    assertThat(RunProgress.secondsLeftOfEpoch(STAGE, step(0, 0)))
        .isEqualTo(steps * STAGE.recipe().batch() / 64.0);
    assertThat(RunProgress.secondsLeftOfEpoch(STAGE, step(0, steps))).isZero();
  }

  @Test
  void epochsAreCountedFromOneForPeople() {
    assertThat(RunProgress.epochText(STAGE, 2)).isEqualTo("epoch 3/" + STAGE.phase().epochs());
  }
}
