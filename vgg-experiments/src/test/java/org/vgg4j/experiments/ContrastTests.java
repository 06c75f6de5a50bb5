package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.experiments.Claim.Expectation;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ClaimResult.Verdict;

/**
 * What images and seeds with known outcomes say to claims. Numbers that would decide are of
 * Connor's formula and of Student's quantiles, computed with SciPy.
 */
class ContrastTests {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, new Seed(3));

  @ParameterizedTest
  @CsvSource({
    // images, only the row wrong, only the other wrong; the verdict; what would decide
    "1000, 10, 60, REPRODUCED,",
    "1000, 60, 10, CONTRADICTED,",
    "1000, 30, 35, INCONCLUSIVE, '20,405 images'",
    "1000, 0, 0, INCONCLUSIVE, other networks"
  })
  void lowerIsDecidedByTheTestAlone(
      int images, int onlyRow, int onlyOther, Verdict verdict, @Nullable String wouldDecide) {
    ClaimResult result = result(Expectation.LOWER, images, onlyRow, onlyOther);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.wouldDecide()).isEqualTo(wouldDecide);
    assertThat(result.difference())
        .isCloseTo(100.0 * (onlyRow - onlyOther) / images, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    // higher, and surely so
    "1000, 60, 10, REPRODUCED,",
    // the interval ends above -0.5, whether or not the gain is significant
    "20000, 30, 35, REPRODUCED,",
    "50000, 2, 102, REPRODUCED,",
    // a sure gain that may be below 0.5, on either side of it
    "5000, 2, 22, INCONCLUSIVE, '37,673 images'",
    "20000, 140, 260, INCONCLUSIVE, '156,976 images'",
    // a sure gain above 0.5
    "20000, 20, 220, CONTRADICTED,",
    "1000, 10, 60, CONTRADICTED,",
    // neither
    "1000, 30, 33, INCONCLUSIVE, '123,618 images'",
    "1000, 30, 35, INCONCLUSIVE, other networks",
    "3925, 362, 367, INCONCLUSIVE, '104,997 images'",
    "3925, 366, 361, INCONCLUSIVE, '58,150 images'",
    // too few images to see half a point, however narrow the interval
    "20, 0, 0, INCONCLUSIVE, '1,568 images'",
    "1000, 1, 1, INCONCLUSIVE, '1,568 images'",
    "2000, 0, 0, REPRODUCED,"
  })
  void notLowerIsDecidedByTheIntervalAndWhatTheImagesCanSee(
      int images, int onlyRow, int onlyOther, Verdict verdict, @Nullable String wouldDecide) {
    ClaimResult result = result(Expectation.NOT_LOWER, images, onlyRow, onlyOther);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.wouldDecide()).isEqualTo(wouldDecide);
  }

  @Test
  void moreImagesNeverContradictThatAGainBelowTheMarginIsNone() {
    List<Verdict> verdicts =
        IntStream.of(1, 2, 4, 8, 16, 32, 64)
            .mapToObj(k -> result(Expectation.NOT_LOWER, 1000 * k, k, 4 * k).verdict())
            .toList();
    assertThat(verdicts)
        .startsWith(Verdict.INCONCLUSIVE)
        .endsWith(Verdict.REPRODUCED, Verdict.REPRODUCED)
        .doesNotContain(Verdict.CONTRADICTED);
    assertThat(verdicts.lastIndexOf(Verdict.INCONCLUSIVE))
        .isLessThan(verdicts.indexOf(Verdict.REPRODUCED));
  }

  @Test
  void oneClaimOfManySeesLessAndNeedsMoreThanOneAlone() {
    Contrast contrast = images(1000, 30, 35);
    ClaimResult alone = new Ruling(contrast, 0.5, 0.05).resultOf(claim(Expectation.LOWER), null);
    assertThat(alone.smallestVisible()).isCloseTo(2.2560483882, within(1e-8));
    ClaimResult ofFive = new Ruling(contrast, 1, 0.01).resultOf(claim(Expectation.LOWER), null);
    assertThat(ofFive.smallestVisible()).isCloseTo(2.7512742, within(1e-6));
    assertThat(ofFive.wouldDecide()).isEqualTo("30,363 images");
    Ruling ofNine = new Ruling(images(3925, 366, 361), 1, Holm.strictestLevel(9));
    assertThat(ofNine.resultOf(claim(Expectation.NOT_LOWER), null).wouldDecide())
        .isEqualTo("96,794 images");
  }

  @ParameterizedTest
  @CsvSource({
    // wrong images of 20,000 of the seeds of the other and of the row; the verdict; what decides
    "5000 5080, 5010 5040, INCONCLUSIVE, 7 seeds",
    "4000 4010 4020, 4000 4010 4020, REPRODUCED,",
    "4000 4010 4020, 3940 3950 3960, REPRODUCED,",
    "4000 4010 4020, 3890 3900 3910, INCONCLUSIVE, 18 seeds",
    "4000 4010 4020, 3600 3610 3620, CONTRADICTED,",
    "4000 4010 4020, 4400 4410 4420, REPRODUCED,"
  })
  void severalSeedsAreComparedByWelchsTestAndItsInterval(
      String than, String row, Verdict verdict, @Nullable String wouldDecide) {
    Contrast contrast = Contrast.of(seeds(20_000, than), seeds(20_000, row), BOOTSTRAP);
    ClaimResult result =
        new Ruling(contrast, contrast.p(), 0.05).resultOf(claim(Expectation.NOT_LOWER), -1.5);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.wouldDecide()).isEqualTo(wouldDecide);
    assertThat(result.paperDifference()).isEqualTo(-1.5);
  }

  @Test
  void theIntervalOverSeedsBelongsToTheP() {
    Contrast contrast =
        Contrast.of(seeds(20_000, "5000 5080"), seeds(20_000, "5010 5040"), BOOTSTRAP);
    assertThat(contrast.interval().low()).isCloseTo(-1.73, within(0.005));
    assertThat(contrast.interval().high()).isCloseTo(1.58, within(0.005));
    assertThat(contrast.sample().smallestVisible(0.05)).isCloseTo(3.0080418, within(1e-6));
  }

  @Test
  void seedsThatWouldDecideAreForTheLevelOfTheFamily() {
    Contrast contrast =
        Contrast.of(seeds(1000, "300 310 320"), seeds(1000, "270 281 290"), BOOTSTRAP);
    assertThat(contrast.p()).isCloseTo(0.022152426, within(1e-8));
    Claim claim = claim(Expectation.LOWER);
    double level = Holm.strictestLevel(9);
    assertThat(new Ruling(contrast, 9 * contrast.p(), level).resultOf(claim, null).wouldDecide())
        .isEqualTo("7 seeds");
    assertThat(new Ruling(contrast, 0.06, 0.05).resultOf(claim, null).wouldDecide())
        .isEqualTo("4 seeds");
  }

  @ParameterizedTest
  @CsvSource({"LOWER, 200 200, 190 190", "NOT_LOWER, 200 200, 200 200"})
  void seedsThatAllAgreeDecideNothing(Expectation expected, String than, String row) {
    Contrast contrast = Contrast.of(seeds(1000, than), seeds(1000, row), BOOTSTRAP);
    ClaimResult result = new Ruling(contrast, contrast.p(), 0.05).resultOf(claim(expected), null);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.smallestVisible()).isNull();
    assertThat(result.wouldDecide()).isEqualTo("3 seeds");
  }

  private static ClaimResult result(Expectation expected, int images, int onlyRow, int onlyOther) {
    Contrast contrast = images(images, onlyRow, onlyOther);
    return new Ruling(contrast, contrast.p(), ComparisonFamily.LEVEL)
        .resultOf(claim(expected), null);
  }

  /** One seed each; the images that both get wrong say nothing, so there are none. */
  private static Contrast images(int images, int onlyRow, int onlyOther) {
    RankedImages other = store(images, 0, onlyOther);
    RankedImages row = store(images, onlyOther, onlyOther + onlyRow);
    return Contrast.of(List.of(other), List.of(row), BOOTSTRAP);
  }

  private static Claim claim(Expectation expected) {
    return new Claim("a claim", "4.1", "row", "other", expected);
  }

  private static List<RankedImages> seeds(int images, String wrong) {
    return Splitter.on(' ')
        .splitToStream(wrong)
        .map(count -> store(images, 0, Integer.parseInt(count)))
        .toList();
  }

  /** A network that gets the images from {@code first} to before {@code end} wrong. */
  private static RankedImages store(int images, int first, int end) {
    float[] values = new float[2 * images];
    for (int image = 0; image < images; image++) {
      boolean wrong = image >= first && image < end;
      values[2 * image] = wrong ? 0.25f : 0.75f;
      values[2 * image + 1] = 1 - values[2 * image];
    }
    List<String> ids = new ArrayList<>();
    IntStream.range(0, images).forEach(image -> ids.add("image" + image));
    return RankedImages.of(
        first + "-" + end, new Posteriors(ids, new int[images], values, Map.of()));
  }
}
