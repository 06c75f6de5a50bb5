package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Calibration.Bin;
import org.vgg4j.eval.statistics.ConfusionMatrix.Confusion;

/** Errors of classes, confusions and calibration. */
class MetricsTests {
  private static final float[] VALUES = {
    0.7f,
    0.2f,
    0.1f, // cat, taken for cat
    0.1f,
    0.6f,
    0.3f, // cat, taken for dog
    0.3f,
    0.6f,
    0.1f, // cat, taken for dog
    0.5f,
    0.5f,
    0, // dog, tied with cat
    0,
    0,
    1 // fox, taken for fox
  };
  private static final Posteriors STORE =
      new Posteriors(Stores.ids(5), new int[] {0, 0, 0, 1, 2}, VALUES, Map.of());

  @Test
  void everyClassHasItsOwnErrors() {
    assertThat(ClassErrors.of(STORE))
        .containsExactly(
            new ClassErrors(0, new ErrorRates(3, 2, 0)),
            new ClassErrors(1, new ErrorRates(1, 1, 0)),
            new ClassErrors(2, new ErrorRates(1, 0, 0)));
  }

  @Test
  void classesWithoutImagesHaveNoErrors() {
    assertThat(ClassErrors.of(Stores.withRanks(3, 1, 2)))
        .containsExactly(new ClassErrors(0, new ErrorRates(2, 1, 0)));
  }

  @Test
  void confusionsCountTruthByChoice() {
    ConfusionMatrix matrix = ConfusionMatrix.of(STORE);
    assertThat(matrix.count(0, 0)).isEqualTo(1);
    assertThat(matrix.count(0, 1)).isEqualTo(2);
    assertThat(matrix.count(1, 0)).as("a tie counts against the network").isEqualTo(1);
    assertThat(matrix.count(1, 1)).isZero();
    assertThat(matrix.images(0)).isEqualTo(3);
  }

  @Test
  void theMostConfusedPairComesFirstWithItsShareOfTheTrueClass() {
    ConfusionMatrix matrix = ConfusionMatrix.of(STORE);
    assertThat(matrix.mostConfused(9))
        .containsExactly(
            new Confusion(0, 1, 2, 200 / 3.0, Interval.wilson(2, 3)),
            new Confusion(1, 0, 1, 100, Interval.wilson(1, 1)));
    assertThat(matrix.mostConfused(1)).hasSize(1);
  }

  @Test
  void errorsClassesAndConfusionsAgreeOnAnyStore() {
    for (int seed = 0; seed < 50; seed++) {
      Posteriors store = random(seed);
      ErrorRates errors = ErrorRates.of(store);
      ConfusionMatrix matrix = ConfusionMatrix.of(store);
      int diagonal =
          IntStream.range(0, store.classes()).map(label -> matrix.count(label, label)).sum();
      assertThat(store.images() - diagonal).isEqualTo(errors.wrong1());
      assertThat(ClassErrors.of(store).stream().mapToInt(of -> of.errors().wrong1()).sum())
          .isEqualTo(errors.wrong1());
      assertThat(Calibration.of(store, 10).bins().stream().mapToInt(Bin::right).sum())
          .isEqualTo(diagonal);
    }
  }

  /** Coarse posteriors, so that many are equal. */
  private static Posteriors random(long seed) {
    SplittableRandom random = new Seed(seed).random();
    int classes = random.nextInt(2, 7);
    float[] values = new float[30 * classes];
    for (int image = 0; image < 30; image++) {
      for (int part = 0; part < 4; part++) {
        values[image * classes + random.nextInt(classes)] += 0.25f;
      }
    }
    int[] labels = random.ints(30, 0, classes).toArray();
    return new Posteriors(Stores.ids(30), labels, values, Map.of());
  }

  @Test
  void calibrationBinsImagesByTheirConfidence() {
    Calibration calibration = Calibration.of(STORE, 2);
    assertThat(calibration.bins()).extracting(Bin::images).containsExactly(1, 4);
    assertThat(calibration.bins()).extracting(Bin::right).containsExactly(0, 2);
    Bin sure = calibration.bins().get(1);
    assertThat(sure.confidence()).isCloseTo(72.5, within(1e-5));
    assertThat(sure.accuracy()).isEqualTo(50);
    assertThat(sure.gap()).isCloseTo(22.5, within(1e-5));
    assertThat(calibration.expectedError()).isCloseTo((50 + 4 * 22.5) / 5, within(1e-5));
    assertThat(calibration.overconfidence()).isCloseTo((50 + 4 * 22.5) / 5, within(1e-5));
  }

  @Test
  void gapsOfBothSignsAddUpInTheExpectedErrorAndCancelInOverconfidence() {
    Calibration calibration =
        new Calibration(4, ImmutableList.of(new Bin(0, 50, 2, 2, 40), new Bin(50, 100, 2, 0, 60)));
    assertThat(calibration.expectedError()).isEqualTo(60);
    assertThat(calibration.overconfidence()).isZero();
  }

  @Test
  void aBinHasItsHighEndButNotItsLowEnd() {
    float[] values = {0.5f, 0.25f, 0.25f, 1, 0, 0};
    Posteriors store = new Posteriors(Stores.ids(2), new int[] {0, 0}, values, Map.of());
    assertThat(Calibration.of(store, 4).bins()).extracting(Bin::images).containsExactly(0, 1, 0, 1);
  }

  @Test
  void anEmptyBinHasNoGap() {
    Bin empty = Calibration.of(STORE, 10).bins().get(0);
    assertThat(empty.images()).isZero();
    assertThat(empty.gap()).isZero();
    assertThat(empty.confidence()).isEqualTo(5);
  }

  @Test
  void aBinThatLosesImagesIsRefused() {
    assertThatThrownBy(() -> new Calibration(3, Calibration.of(STORE, 2).bins()))
        .hasMessage("every image is in one bin");
    assertThatThrownBy(() -> Calibration.of(STORE, 0)).hasMessage("0 bins");
  }

  private static Posteriors named(String names) {
    return new Posteriors(
        List.of("x"), new int[] {0}, new float[] {1, 0}, Map.of("classNames", names));
  }

  @Test
  void classesAreCalledByTheirNamesOrElseByTheirNumbers() {
    assertThat(ClassNames.of(STORE)).containsExactly("0", "1", "2");
    assertThat(ClassNames.of(named("[\"cat\",\"dog\"]"))).containsExactly("cat", "dog");
  }

  @Test
  void namesOfClassesThatAreNoListAreRefused() {
    assertThatThrownBy(() -> named("cat, dog")).hasMessageContaining("the names are not JSON");
    assertThatThrownBy(() -> named("[\"cat\"]")).hasMessage("1 names for 2 classes");
  }
}
