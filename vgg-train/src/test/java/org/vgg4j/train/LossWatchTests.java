package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.train.LossWatch.Finding;

class LossWatchTests {
  private static final double GUESSING = Math.log(10);

  private final LossWatch watch = new LossWatch(10);
  private final SplittableRandom random = new SplittableRandom(1);

  /** The first finding within so many steps. */
  private Optional<Finding> after(int steps, IntToDoubleFunction loss) {
    for (int step = 0; step < steps; step++) {
      Optional<Finding> finding = watch.add(loss.applyAsDouble(step));
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  private double noise(double width) {
    return width * (random.nextDouble() - 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aLossThatIsNoNumberIsFoundAtOnce(double loss) {
    assertThat(watch.add(loss)).contains(Finding.NOT_FINITE);
  }

  @Test
  void aLossThatStaysWhereGuessingPutsItIsAPlateau() {
    assertThat(after(400, step -> GUESSING + noise(0.05))).contains(Finding.PLATEAU);
  }

  @Test
  void aPlateauIsToldOnce() {
    assertThat(after(400, step -> GUESSING)).contains(Finding.PLATEAU);
    assertThat(after(5000, step -> GUESSING)).isEmpty();
  }

  @Test
  void aLossThatFallsSlowlyIsNone() {
    assertThat(after(5000, step -> GUESSING * (1.2 - step / 5000.0) + noise(0.1))).isEmpty();
  }

  @Test
  void aLossThatStartsFarAboveGuessingAndFallsIsNone() {
    assertThat(after(5000, step -> 1 + 500.0 / (step + 1) + noise(0.2))).isEmpty();
  }

  @Test
  void aNetworkThatHasLearntIsOnNoPlateauWhenItsLossIsThatOfGuessingAgain() {
    assertThat(after(200, step -> 1)).isEmpty();
    assertThat(after(5000, step -> GUESSING)).isEmpty();
  }

  @Test
  void aLossThatRisesToSeveralTimesGuessingDiverges() {
    assertThat(after(200, step -> 1)).isEmpty();
    assertThat(after(1000, step -> 1 + step / 10.0)).contains(Finding.DIVERGING);
  }

  @Test
  void aFewBadStepsAreNoDivergence() {
    assertThat(after(200, step -> 1)).isEmpty();
    assertThat(after(10, step -> 20)).isEmpty();
    assertThat(after(200, step -> 1)).isEmpty();
  }
}
