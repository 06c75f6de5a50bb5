package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorsTests {
  private static final List<String> IDS = List.of("val/a/1.JPEG", "val/a/2.JPEG");
  private static final float[] VALUES = {0.25f, 0.75f, 0, 0.5f, 0.125f, 0.375f};

  @Test
  void arraysAreCopiedSoPosteriorsNeverChange() {
    float[] values = VALUES.clone();
    int[] labels = {1, 2};
    Posteriors posteriors = new Posteriors(IDS, labels, values, Map.of());
    values[0] = 9;
    labels[0] = 0;
    assertThat(posteriors.of(0, 0)).isEqualTo(0.25f);
    assertThat(posteriors.label(0)).isEqualTo(1);
  }

  @Test
  void theRankOfTheTruthCountsEqualsBeforeIt() {
    assertThat(posteriors(IDS, 1, 2).rankOfTruth(0)).isEqualTo(1);
    assertThat(posteriors(IDS, 1, 2).rankOfTruth(1)).isEqualTo(2);
    float[] equal = {0.5f, 0.5f};
    assertThat(new Posteriors(List.of("a"), new int[] {0}, equal, Map.of()).rankOfTruth(0))
        .isEqualTo(2);
  }

  @Test
  void posteriorsThatFitNoSplitAreRefused() {
    assertRefused("there are no images", () -> posteriors(List.of()));
    assertRefused("an image is there twice", () -> posteriors(List.of("a", "a"), 1, 2));
    assertRefused("1 labels, 2 ids", () -> posteriors(IDS, 1));
    assertRefused("label 3 of val/a/1.JPEG is not one of 3", () -> posteriors(IDS, 3, 0));
    assertRefused("label -1 of val/a/1.JPEG is not one", () -> posteriors(IDS, -1, 0));
    assertRefused(
        "do not fit", () -> new Posteriors(IDS, new int[] {0, 0}, new float[5], Map.of()));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.9f, 0.2502f, Float.NaN, Float.POSITIVE_INFINITY})
  void rowsThatDoNotSumToOneAreRefused(float first) {
    float[] values = VALUES.clone();
    values[0] = first;
    assertRefused(
        "posteriors of val/a/1.JPEG sum to",
        () -> new Posteriors(IDS, new int[] {1, 2}, values, Map.of()));
  }

  @Test
  void posteriorsBelowZeroAreRefused() {
    float[] values = {-0.5f, 1.5f};
    assertRefused(
        "a posterior of a is -0.5",
        () -> new Posteriors(List.of("a"), new int[] {0}, values, Map.of()));
  }

  @Test
  void whatMadeThemCannotTakeThePlaceOfTheIds() {
    assertRefused(
        "the key ids is taken",
        () -> new Posteriors(IDS, new int[] {1, 2}, VALUES, Map.of("ids", "mine")));
  }

  private static Posteriors posteriors(List<String> ids, int... labels) {
    return new Posteriors(ids, labels, VALUES, Map.of());
  }

  private static void assertRefused(String message, Runnable construction) {
    assertThatThrownBy(construction::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
