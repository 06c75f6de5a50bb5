package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.testing.SharedFolder;

class ErrorRatesTests {
  private static final float[] DESCENDING = {0.3f, 0.25f, 0.2f, 0.1f, 0.08f, 0.07f};

  @Test
  void anImageIsWrongWhereItsClassIsBehindTheBestOrTheFiveBest() {
    ErrorRates rates = ErrorRates.of(posteriors(DESCENDING, 0, 1, 4, 5));
    assertThat(rates).isEqualTo(new ErrorRates(4, 3, 1));
    assertThat(rates.top1()).isEqualTo(75);
    assertThat(rates.top5()).isEqualTo(25);
  }

  @Test
  void tiesCountAgainstTheNetwork() {
    float[] undecided = new float[6];
    Arrays.fill(undecided, 1 / 6f);
    assertThat(ErrorRates.of(posteriors(undecided, 0, 1, 2, 3, 4, 5)))
        .isEqualTo(new ErrorRates(6, 6, 6));
    float[] twoBest = {0.4f, 0.4f, 0.05f, 0.05f, 0.05f, 0.05f};
    assertThat(ErrorRates.of(posteriors(twoBest, 0, 1, 2))).isEqualTo(new ErrorRates(3, 3, 1));
  }

  @Test
  void fiveClassesHaveNoTop5Error() {
    float[] row = {0.5f, 0.2f, 0.1f, 0.1f, 0.1f};
    assertThat(ErrorRates.of(posteriors(row, 0, 1, 2, 3, 4))).isEqualTo(new ErrorRates(5, 4, 0));
  }

  @Test
  void noPosteriorsHaveMoreTop5ThanTop1Errors() {
    SplittableRandom random = new Seed(2).random();
    for (int i = 0; i < 100; i++) {
      ErrorRates rates = ErrorRates.of(random(random));
      assertThat(rates.top5()).isBetween(0.0, rates.top1());
      assertThat(rates.top1Interval().low()).isLessThanOrEqualTo(rates.top1());
      assertThat(rates.top1Interval().high()).isGreaterThanOrEqualTo(rates.top1());
    }
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> new ErrorRates(0, 0, 0)).hasMessageContaining("at least one image");
    assertThatThrownBy(() -> new ErrorRates(3, 1, 2)).hasMessageContaining("impossible counts");
    assertThatThrownBy(() -> new ErrorRates(3, 4, 2)).hasMessageContaining("impossible counts");
    assertThatThrownBy(() -> new ErrorRates(3, 1, -1)).hasMessageContaining("impossible counts");
  }

  @Test
  void intervalsAreWilsonsOfIndependentSoftwareInPercent() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(SharedFolder.path("golden/stats/stats.json").toFile())
            .get("wilson_95");
    assertThat(cases).isNotEmpty();
    for (JsonNode golden : cases) {
      Interval interval = Interval.wilson(golden.get("k").asInt(), golden.get("n").asInt());
      assertThat(interval.low() / 100)
          .as("low of %s", golden)
          .isCloseTo(golden.get("low").asDouble(), within(1e-10));
      assertThat(interval.high() / 100)
          .as("high of %s", golden)
          .isCloseTo(golden.get("high").asDouble(), within(1e-10));
    }
  }

  @Test
  void noneAndAllAreEndsOfTheirIntervals() {
    for (int images = 1; images < 200; images++) {
      assertThat(Interval.wilson(0, images).low()).isZero();
      assertThat(Interval.wilson(images, images).high()).isEqualTo(100);
    }
  }

  @Test
  void bothErrorsHaveTheirOwnInterval() {
    ErrorRates rates = new ErrorRates(1000, 712, 37);
    assertThat(rates.top1Interval()).isEqualTo(Interval.wilson(712, 1000));
    assertThat(rates.top5Interval()).isEqualTo(Interval.wilson(37, 1000));
  }

  /** One image per label, all with the same posteriors. */
  private static Posteriors posteriors(float[] row, int... labels) {
    float[] values = new float[labels.length * row.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row[i % row.length];
    }
    return new Posteriors(ids(labels.length), labels, values, Map.of());
  }

  private static List<String> ids(int images) {
    return IntStream.range(0, images).mapToObj(Integer::toString).toList();
  }

  private static Posteriors random(SplittableRandom random) {
    int classes = random.nextInt(2, 12);
    int images = random.nextInt(1, 30);
    float[] values = new float[images * classes];
    for (int image = 0; image < images; image++) {
      double[] row = random.doubles(classes, 1e-3, 1).toArray();
      double sum = Arrays.stream(row).sum();
      for (int k = 0; k < classes; k++) {
        values[image * classes + k] = (float) (row[k] / sum);
      }
    }
    int[] labels = random.ints(images, 0, classes).toArray();
    return new Posteriors(ids(images), labels, values, Map.of());
  }
}
