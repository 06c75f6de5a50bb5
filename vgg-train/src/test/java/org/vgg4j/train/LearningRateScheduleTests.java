package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.IntMath;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Seed;

class LearningRateScheduleTests {
  private static final Phase PAPER = Recipe.shipped("paper").training().over(5005);

  @Test
  void theRateDropsWhenPatienceRunsOut() {
    Phase phase = new Phase(0.01, 10, 3, 2, 1000);
    assertThat(dropsAfter(phase, 50, 40, 40, 41, 39, 39, 38, 38, 38))
        .containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 2);
  }

  @Test
  void anEqualErrorIsNoImprovementAndOnlyTheBestEverCounts() {
    Phase phase = new Phase(0.01, 10, 3, 3, 1000);
    assertThat(dropsAfter(phase, 30, 60, 50, 40, 30, 29.9, 29.9, 29.9, 29.9))
        .containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 2);
  }

  @Test
  void afterADropThePatienceStartsAnew() {
    Phase phase = new Phase(0.01, 10, 3, 2, 1000);
    assertThat(dropsAfter(phase, 50, 50, 50, 50, 50, 50, 50)).containsExactly(0, 0, 1, 1, 2, 2, 3);
  }

  @Test
  void everyDropDividesTheRate() {
    LearningRateSchedule schedule = LearningRateSchedule.start(PAPER);
    List<Double> rates = new ArrayList<>(List.of(schedule.rate()));
    while (!schedule.finished()) {
      schedule = schedule.after(50);
      rates.add(schedule.rate());
    }
    assertThat(rates.stream().distinct())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(1e-2, 1e-3, 1e-4, 1e-5);
  }

  @Test
  void trainingEndsWhenPatienceRunsOutAfterTheLastDrop() {
    Phase phase = new Phase(0.01, 10, 1, 2, 1000);
    assertThat(epochsUntilFinished(phase, epoch -> 50)).isEqualTo(5);
  }

  @Test
  void withoutDropsTrainingEndsAtTheFirstPlateau() {
    Phase phase = new Phase(0.01, 10, 0, 4, 1000);
    assertThat(epochsUntilFinished(phase, epoch -> 50)).isEqualTo(5);
    assertThat(epochsUntilFinished(phase, epoch -> 50 - epoch * 0.01)).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "74, 50 66 72", // 49.3, 65.8 and 71.3: the paper
    "27, 18 24 26",
    "24, 16 22 24",
    "81, 54 72 78",
    "1000, 667 889 963"
  })
  void withoutAPlateauTheRateDropsAfterTwoThirdsOfWhatIsLeft(int epochs, String expected) {
    Phase phase = new Phase(0.01, 10, 3, epochs, epochs);
    int[] drops =
        dropsAfter(phase, IntStream.range(0, epochs).mapToDouble(e -> 99 - 0.01 * e).toArray());
    List<String> dropEpochs =
        IntStream.rangeClosed(1, epochs)
            .filter(done -> drops[done - 1] > (done == 1 ? 0 : drops[done - 2]))
            .mapToObj(Integer::toString)
            .toList();
    assertThat(dropEpochs).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @MethodSource("randomHistories")
  void theRateNeverRisesAndDropsAreNeverLate(Phase phase, long seed) {
    SplittableRandom random = new Seed(seed).random();
    LearningRateSchedule schedule = LearningRateSchedule.start(phase);
    while (!schedule.finished()) {
      LearningRateSchedule next = schedule.after(random.nextDouble(100));
      assertThat(next.rate()).isLessThanOrEqualTo(schedule.rate());
      assertThat(next.dropsDone() - schedule.dropsDone()).isBetween(0, 1);
      assertThat(next.dropsDone()).isGreaterThanOrEqualTo(dropsDue(phase, next.epochsDone()));
      schedule = next;
    }
    assertThat(schedule.dropsDone()).isEqualTo(drops(phase));
    assertThat(schedule.epochsDone()).isLessThanOrEqualTo(phase.epochs());
    assertThat(schedule.rate())
        .isCloseTo(phase.course().learningRate() / Math.pow(10, drops(phase)), within(1e-15));
  }

  static List<Arguments> randomHistories() {
    SplittableRandom random = new Seed(31).random();
    return IntStream.range(0, 200)
        .mapToObj(
            seed -> {
              int drops = random.nextInt(4);
              int epochs = IntMath.pow(3, drops) + random.nextInt(100);
              Phase phase = new Phase(0.01, 10, drops, 1 + random.nextInt(12), epochs);
              return Arguments.of(phase, (long) seed);
            })
        .toList();
  }

  /** In whole numbers: drop n is due when no more than the 3^n-th part of the epochs is left. */
  private static int dropsDue(Phase phase, int done) {
    return (int)
        IntStream.rangeClosed(1, drops(phase))
            .filter(n -> (phase.epochs() - done) * IntMath.pow(3, n) <= phase.epochs())
            .count();
  }

  private static int drops(Phase phase) {
    return ((PlateauCourse) phase.course()).drops();
  }

  private static int[] dropsAfter(Phase phase, double... errors) {
    int[] drops = new int[errors.length];
    LearningRateSchedule schedule = LearningRateSchedule.start(phase);
    for (int epoch = 0; epoch < errors.length; epoch++) {
      schedule = schedule.after(errors[epoch]);
      drops[epoch] = schedule.dropsDone();
    }
    return drops;
  }

  private static int epochsUntilFinished(Phase phase, IntToDoubleFunction errors) {
    LearningRateSchedule schedule = LearningRateSchedule.start(phase);
    while (!schedule.finished()) {
      schedule = schedule.after(errors.applyAsDouble(schedule.epochsDone()));
    }
    return schedule.epochsDone();
  }
}
