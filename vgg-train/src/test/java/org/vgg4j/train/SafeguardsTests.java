package org.vgg4j.train;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;

/** Trainings of three epochs of four steps that are stopped, damaged and continued. */
@Timeout(300)
class SafeguardsTests {
  private static final TrainingTask TASK =
      TinyTraining.task(TinyTraining.narrowA(), new Phase(0.01, 10, 1, 1, 9));
  private static byte[] undisturbed = {};
  private static List<EpochSummary> epochs = List.of();

  @TempDir private Path folder;
  private final List<String> remarks = new ArrayList<>();

  @BeforeAll
  static void trainUndisturbed(@TempDir Path elsewhere) throws IOException {
    TinyTraining.train(TASK, elsewhere);
    undisturbed = Files.readAllBytes(new RunDirectory(elsewhere).weights());
    epochs = new RunDirectory(elsewhere).journal().epochs();
  }

  private RunDirectory directory() {
    return new RunDirectory(folder);
  }

  /** Stops after a step, counted over the epochs from 1, and never where it is 0. */
  private void trainUntil(int step, int saveEvery, int keep) {
    StopSwitch stop = new StopSwitch();
    Safeguards safeguards = new Safeguards(saveEvery, keep, false, false, stop);
    TinyTraining.train(TASK, directory(), new StoppingListener(step, stop, remarks), safeguards);
  }

  private void stopAfter(int step) {
    assertThatThrownBy(() -> trainUntil(step, 0, 0))
        .isInstanceOf(TrainingStopped.class)
        .hasMessageContaining("all saved");
    assertThat(directory().isFinished()).isFalse();
  }

  private void assertThatItGoesOnAsIfUndisturbed() {
    trainUntil(0, 0, 0);
    assertThat(directory().weights()).hasBinaryContent(undisturbed);
    assertThat(directory().journal().epochs())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "imagesPerSecond", "dataWait", "seconds")
        .isEqualTo(epochs);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 11})
  void aTrainingStoppedAtAnyStepGoesOnAfterThatStep(int step) {
    stopAfter(step);
    StopSwitch stop = new StopSwitch();
    StoppingListener next = new StoppingListener(1, stop, remarks);
    assertThatThrownBy(
            () ->
                TinyTraining.train(
                    TASK, directory(), next, new Safeguards(0, 0, false, false, stop)))
        .isInstanceOf(TrainingStopped.class)
        .hasMessageContaining("after " + (step + 1) + " steps");
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void theCheckpointBeforeTakesTheDamagedOnesPlace() throws IOException {
    stopAfter(6);
    stopAfter(1);
    byte[] bytes = Files.readAllBytes(directory().checkpoint());
    bytes[bytes.length - 9] ^= 1;
    Files.write(directory().checkpoint(), bytes);
    assertThatItGoesOnAsIfUndisturbed();
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("its values differ from their checksum", "going on from previous.safetensors");
  }

  @Test
  void aProcessThatDiesBetweenTwoCheckpointsLosesNoneOfThem() throws IOException {
    stopAfter(6);
    Files.move(directory().checkpoint(), directory().previousCheckpoint(), REPLACE_EXISTING);
    assertThatItGoesOnAsIfUndisturbed();
  }

  @Test
  void withoutAWholeCheckpointTheProblemIsTold() throws IOException {
    stopAfter(6);
    Files.write(directory().checkpoint(), new byte[100]);
    Files.write(directory().previousCheckpoint(), new byte[100]);
    assertThatThrownBy(this::assertThatItGoesOnAsIfUndisturbed)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a sound safetensors file");
  }

  @Test
  void theLastEpochsAndTheBestAreKept() throws IOException {
    trainUntil(0, 2, 2);
    assertThat(files())
        .containsExactly(
            "best.safetensors",
            "epoch-001.safetensors",
            "epoch-002.safetensors",
            "last.safetensors",
            "previous.safetensors");
    TensorFile best = TensorFile.open(directory().best());
    TensorFile first = TensorFile.open(directory().checkpointOf(1));
    assertThat(best.floats("fc8/biases")).isNotEqualTo(first.floats("fc8/biases"));
    assertThat(directory().weights()).hasBinaryContent(undisturbed);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory().checkpoint().getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void checkpointsAreDueByStepsOrByTime() {
    Safeguards byTime = Safeguards.standard();
    assertThat(byTime.isDue(1, Duration.ofMinutes(9))).isFalse();
    assertThat(byTime.isDue(1, Duration.ofMinutes(10))).isTrue();
    Safeguards bySteps = new Safeguards(3, 0, false, false, new StopSwitch());
    assertThat(ImmutableList.of(1, 2, 3, 4, 6))
        .filteredOn(steps -> bySteps.isDue(steps, Duration.ofDays(1)))
        .containsExactly(3, 6);
  }

  @Test
  void whoeverStopsTrainingsWaitsUntilTheyHaveSaved() throws InterruptedException {
    StopSwitch stop = new StopSwitch();
    assertThat(stop.stop(Duration.ofHours(1))).isZero();
    stop.begin();
    Thread training = new Thread(stop::end);
    training.start();
    assertThat(stop.stop(Duration.ofHours(1))).isBetween(0, 1);
    assertThat(stop.isOn()).isTrue();
    training.join();
  }

  private static final class StoppingListener implements TrainingListener {
    private final StopSwitch stop;
    private final List<String> remarks;
    private int stepsLeft;

    StoppingListener(int steps, StopSwitch stop, List<String> remarks) {
      this.stepsLeft = steps;
      this.stop = stop;
      this.remarks = remarks;
    }

    @Override
    public void remark(String text) {
      remarks.add(text);
    }

    @Override
    public void stepDone(Step step) {
      if (--stepsLeft == 0) {
        stop.turnOn();
      }
    }

    @Override
    public void epochDone(EpochSummary epoch) {}
  }
}
