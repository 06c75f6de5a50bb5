package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ClaimResult.Verdict;

/** What a thousand images with known outcomes say to claims. */
class ContrastTests {
  private static final int IMAGES = 1000;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, new Seed(3));

  @ParameterizedTest
  @CsvSource({
    // wrong in both, only in the row, only in the other; what is expected; the verdict
    "100, 10, 60, LOWER, REPRODUCED",
    "100, 60, 10, LOWER, CONTRADICTED",
    "100, 30, 35, LOWER, INCONCLUSIVE",
    "100, 60, 10, NOT_LOWER, REPRODUCED",
    "100, 10, 60, NOT_LOWER, CONTRADICTED",
    "100, 30, 35, NOT_LOWER, INCONCLUSIVE",
    "100, 1, 1, NOT_LOWER, REPRODUCED",
    "100, 0, 0, LOWER, INCONCLUSIVE"
  })
  void aClaimIsHeldAgainstTheImagesThatOneOfTwoGetsWrong(
      int both, int onlyRow, int onlyOther, Expectation expected, Verdict verdict) {
    ClaimResult result = result(both, onlyRow, onlyOther, expected);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.difference()).isEqualTo((onlyRow - onlyOther) / 10.0);
    assertThat(result.wouldDecide() == null).isEqualTo(verdict != Verdict.INCONCLUSIVE);
  }

  @Test
  void whatWouldDecideIsTold() {
    assertThat(result(100, 30, 35, Expectation.LOWER).wouldDecide()).endsWith(" images");
    assertThat(result(100, 0, 0, Expectation.LOWER).wouldDecide()).isEqualTo("other networks");
  }

  @Test
  void severalSeedsAreComparedByWelchsTest() {
    List<RankedImages> than = List.of(store(0, 200), store(0, 210), store(0, 205));
    List<RankedImages> row = List.of(store(0, 100), store(0, 110), store(0, 105));
    ClaimResult result =
        Contrast.of(than, row, BOOTSTRAP).resultOf(claim(Expectation.LOWER), 0.001, -1.5);
    assertThat(result.verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(result.difference()).isEqualTo(-10);
    assertThat(result.paperDifference()).isEqualTo(-1.5);
    assertThat(Contrast.of(than, than, BOOTSTRAP).needed()).isEqualTo("other networks");
    List<RankedImages> near = List.of(store(0, 195), store(0, 215), store(0, 202));
    assertThat(Contrast.of(than, near, BOOTSTRAP).needed()).endsWith(" seeds");
  }

  private static ClaimResult result(int both, int onlyRow, int onlyOther, Expectation expected) {
    RankedImages other = store(0, both + onlyOther);
    RankedImages row = store(onlyOther, both + onlyOther + onlyRow);
    Contrast contrast = Contrast.of(List.of(other), List.of(row), BOOTSTRAP);
    return contrast.resultOf(claim(expected), contrast.p(), null);
  }

  private static Claim claim(Expectation expected) {
    return new Claim("a claim", "4.1", "row", "other", expected);
  }

  /** A network that gets the images from {@code first} to before {@code end} wrong. */
  private static RankedImages store(int first, int end) {
    float[] values = new float[2 * IMAGES];
    for (int image = 0; image < IMAGES; image++) {
      boolean wrong = image >= first && image < end;
      values[2 * image] = wrong ? 0.25f : 0.75f;
      values[2 * image + 1] = 1 - values[2 * image];
    }
    List<String> ids = new ArrayList<>();
    IntStream.range(0, IMAGES).forEach(image -> ids.add("image" + image));
    Posteriors posteriors = new Posteriors(ids, new int[IMAGES], values, Map.of());
    return RankedImages.of(Objects.toString(first) + "-" + end, posteriors);
  }
}
