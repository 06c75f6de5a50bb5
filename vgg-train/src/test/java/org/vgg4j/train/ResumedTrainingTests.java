package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.TrainingGraph;
import org.vgg4j.train.Validation.Errors;

/** Three epochs of A with dropout, the rate drops before the last one. */
@Timeout(300)
class ResumedTrainingTests {
  private static final TrainingTask TASK =
      TinyTraining.task(TinyTraining.narrowA(), new Phase(0.01, 10, 1, 1, 9));
  private static byte[] undisturbed = {};

  @TempDir private Path folder;

  @BeforeAll
  static void trainUndisturbed(@TempDir Path elsewhere) throws IOException {
    TinyTraining.train(TASK, elsewhere);
    undisturbed = Files.readAllBytes(new RunDirectory(elsewhere).weights());
  }

  /** Where a training is killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private RunDirectory directory() {
    return new RunDirectory(folder);
  }

  private void trainUntilKilled(Validation validation, TrainingListener listener) {
    assertThatThrownBy(() -> TinyTraining.train(TASK, 60, directory(), validation, listener))
        .isInstanceOf(Killed.class);
    assertThat(directory().isFinished()).isFalse();
  }

  private void assertThatItGoesOnAsIfUndisturbed() {
    TinyTraining.train(TASK, folder);
    assertThat(directory().weights()).hasBinaryContent(undisturbed);
    List<EpochSummary> journal = directory().journal().epochs();
    assertThat(journal).extracting(EpochSummary::epoch).containsExactly(0, 1, 2);
    assertThat(journal).extracting(EpochSummary::iterations).containsExactly(4L, 8L, 12L);
    assertThat(journal).extracting(EpochSummary::rate).containsExactly(0.01, 0.01, 0.001);
  }

  @Test
  void anUndisturbedTrainingGivesTheSameBytesAgain() {
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void aTrainingKilledAfterAnEpochGoesOnAfterIt() {
    trainUntilKilled(TinyTraining.NEVER_BETTER, new KillingListener(Integer.MAX_VALUE, 1));
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void aTrainingKilledWithinAnEpochDoesThatEpochAgain() {
    trainUntilKilled(TinyTraining.NEVER_BETTER, new KillingListener(6, Integer.MAX_VALUE));
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void aTrainingKilledInItsFirstEpochStartsAnew() {
    trainUntilKilled(TinyTraining.NEVER_BETTER, new KillingListener(2, Integer.MAX_VALUE));
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void aTrainingKilledInTheValidationDoesThatEpochAgain() {
    trainUntilKilled(new KillingValidation(1), TrainingListener.SILENT);
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void anEpochInTheJournalButNotInTheCheckpointIsDoneAgain() {
    trainUntilKilled(TinyTraining.NEVER_BETTER, new KillingListener(6, Integer.MAX_VALUE));
    EpochSummary first = directory().journal().epochs().get(0);
    directory().journal().append(new EpochSummary(1, 8, 0.01, 1, 2, 3, 4, 5, 6, 7, 0, Map.of()));
    assertThatItGoesOnAsIfUndisturbed();
    assertThat(directory().journal().epochs()).startsWith(first);
  }

  @Test
  void aFinishedTrainingRunAgainStaysAsItIs() {
    TinyTraining.train(TASK, folder);
    List<EpochSummary> journal = directory().journal().epochs();
    assertThatItGoesOnAsIfUndisturbed();
    assertThat(directory().journal().epochs()).isEqualTo(journal);
  }

  @Test
  void anotherTaskInTheSameFolderIsRefused() {
    TinyTraining.train(TASK, folder);
    TrainingTask other = TinyTraining.task(TASK.network(), new Phase(0.02, 10, 1, 1, 9));
    assertThatThrownBy(() -> TinyTraining.train(other, folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(directory().checkpoint().toString());
    assertThat(directory().weights()).hasBinaryContent(undisturbed);
  }

  private static final class KillingListener implements TrainingListener {
    private int stepsLeft;
    private int epochsLeft;

    KillingListener(int steps, int epochs) {
      this.stepsLeft = steps;
      this.epochsLeft = epochs;
    }

    @Override
    public void stepDone(Step step) {
      if (--stepsLeft == 0) {
        throw new Killed();
      }
    }

    @Override
    public void epochDone(EpochSummary epoch) {
      if (--epochsLeft == 0) {
        throw new Killed();
      }
    }
  }

  private static final class KillingValidation implements Validation {
    private int validationsLeft;

    KillingValidation(int validations) {
      this.validationsLeft = validations;
    }

    @Override
    public Errors errorsOf(TrainingGraph network) {
      if (validationsLeft-- == 0) {
        throw new Killed();
      }
      return TinyTraining.NEVER_BETTER.errorsOf(network);
    }
  }
}
