package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.train.TrainingListener.Step;
import org.vgg4j.train.Validation.Errors;

@Timeout(300)
class TrainerTests {
  /** A at a sixteenth of its width, but nothing is dropped. */
  private static final NetworkSpec WITHOUT_DROPOUT =
      NetworkNotation.parse(
              "plain conv3-4 | conv3-8 | conv3-16 x2 | conv3-32 x2 | conv3-32 x2"
                  + " | fc-256 fc-256 fc-classes")
          .withClasses(10);

  @TempDir private Path folder;

  private static Phase epochs(int epochs) {
    return new Phase(0.01, 10, 0, epochs, epochs);
  }

  private RunDirectory directory() {
    return new RunDirectory(folder);
  }

  @Test
  void theLossFalls() {
    TinyTraining.train(TinyTraining.task(WITHOUT_DROPOUT, epochs(3)), folder);
    List<EpochSummary> journal = directory().journal().epochs();
    assertThat(journal).extracting(EpochSummary::epoch).containsExactly(0, 1, 2);
    assertThat(journal.get(2).loss()).isLessThan(journal.get(0).loss());
  }

  @Test
  void thirtyTwoImagesAreLearntByHeart() {
    TrainingTask task =
        TinyTraining.atOneScale(
            TinyTraining.task(WITHOUT_DROPOUT, new Phase(0.003, 10, 1, 120, 120)));
    TinyTraining.train(task, 32, directory(), TinyTraining.NEVER_BETTER, TrainingListener.SILENT);
    List<EpochSummary> journal = directory().journal().epochs();
    assertThat(journal.get(journal.size() - 1).trainError()).isZero();
    assertThat(journal.get(journal.size() - 1).loss()).isLessThan(0.1);
  }

  @Test
  void everyStepIsHeardAndTheRestOfAnEpochIsABatchOfItsOwn() {
    Heard heard = new Heard();
    TrainingTask task = TinyTraining.task(WITHOUT_DROPOUT, epochs(2));
    TinyTraining.train(task, 60, directory(), TinyTraining.NEVER_BETTER, heard);
    assertThat(heard.steps).extracting(Step::number).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    assertThat(heard.steps).extracting(Step::epoch).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(heard.steps).extracting(Step::steps).containsOnly(4);
    assertThat(heard.epochs).isEqualTo(directory().journal().epochs());
  }

  @Test
  void theJournalTellsTheMeanLossOfTheImages() {
    Heard heard = new Heard();
    TrainingTask task = TinyTraining.task(WITHOUT_DROPOUT, epochs(1));
    TinyTraining.train(task, 60, directory(), TinyTraining.NEVER_BETTER, heard);
    double sum = 0;
    for (Step step : heard.steps) {
      sum += step.loss() * (step.number() < 3 ? 16 : 12);
    }
    assertThat(heard.epochs.get(0).loss()).isEqualTo(sum / 60);
  }

  @Test
  void theValidationSeesThePresentParameters() {
    List<float[]> seen = new ArrayList<>();
    TrainingTask task = TinyTraining.task(WITHOUT_DROPOUT, epochs(2));
    Parameter last = task.network().parameters(TinyTraining.CROP).get(16);
    Validation validation =
        network -> {
          seen.add(network.read(last));
          return new Errors(50, 10);
        };
    TinyTraining.train(task, 60, directory(), validation, TrainingListener.SILENT);
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isNotEqualTo(seen.get(1));
    assertThat(TensorFile.open(directory().weights()).floats(last.name())).isEqualTo(seen.get(1));
  }

  @Test
  void theValidationErrorsGovernTheRateAndStandInTheJournal() {
    TrainingTask task = TinyTraining.task(WITHOUT_DROPOUT, new Phase(0.01, 10, 1, 1, 9));
    TinyTraining.train(task, folder);
    assertThat(directory().journal().epochs())
        .allSatisfy(epoch -> assertThat(epoch.validationTop1()).isEqualTo(50))
        .allSatisfy(epoch -> assertThat(epoch.validationTop5()).isEqualTo(10))
        .extracting(EpochSummary::rate)
        .containsExactly(0.01, 0.01, 0.001);
  }

  @Test
  void theWeightsTellTheirNetworkAndTheRunIsFinished() {
    TrainingTask task = TinyTraining.task(TinyTraining.narrowA(), epochs(1));
    assertThat(directory().isFinished()).isFalse();
    TinyTraining.train(task, folder);
    assertThat(directory().isFinished()).isTrue();
    assertThat(NetworkManifest.of(TensorFile.open(directory().weights())))
        .isEqualTo(task.manifest());
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingWithAProblem() {
    TrainingTask task = TinyTraining.task(WITHOUT_DROPOUT, new Phase(1e20, 10, 0, 3, 3));
    assertThatThrownBy(() -> TinyTraining.train(task, folder))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CHECK_FAILED))
        .hasMessageContaining("training plain in " + folder)
        .hasMessageContaining("lower the learning rate")
        .hasMessageContaining("activations go from");
    assertThat(directory().diagnosis()).content().startsWith("layer,activations,weights,gradient");
    assertThat(directory().isFinished()).isFalse();
    assertThat(directory().checkpoint()).doesNotExist();
  }

  private static final class Heard implements TrainingListener {
    private final List<Step> steps = new ArrayList<>();
    private final List<EpochSummary> epochs = new ArrayList<>();

    @Override
    public void stepDone(Step step) {
      steps.add(step);
    }

    @Override
    public void epochDone(EpochSummary epoch) {
      epochs.add(epoch);
    }
  }
}
