package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;

class PairedPowerTests {
  @Test
  void theValidationSetOfImageNetSeesAFifthToAThirdOfAPoint() {
    assertThat(new PairedPower(0.02, 0.05).smallestDifference(50_000))
        .isCloseTo(0.0018, within(0.00005));
    assertThat(new PairedPower(0.06, 0.05).smallestDifference(50_000))
        .isCloseTo(0.0031, within(0.00005));
  }

  @Test
  void theFormulaIsConnors() {
    double z = 1.959963984540054;
    double power = 0.8416212335729143;
    double root = z * Math.sqrt(0.2) + power * Math.sqrt(0.2 - 0.05 * 0.05);
    assertThat(new PairedPower(0.2, 0.05).imagesNeeded(0.05))
        .isCloseTo(root * root / (0.05 * 0.05), within(1e-6));
  }

  @Test
  void aFamilyOfEightTestsSeesLess() {
    PairedPower power = new PairedPower(0.06, Holm.strictestLevel(8));
    assertThat(power.smallestDifference(50_000)).isCloseTo(0.0039171829, within(1e-10));
    assertThat(new PairedPower(0.2, Holm.strictestLevel(8)).imagesNeeded(0.05))
        .isCloseTo(1019.99950, within(1e-4));
  }

  @Test
  void theSmallestVisibleDifferenceNeedsTheImagesThatThereAre() {
    for (int images : new int[] {10, 500, 50_000}) {
      for (double discordant : new double[] {0, 0.001, 0.06, 0.5, 1}) {
        double smallest = new PairedPower(discordant, 0.05).smallestDifference(images);
        assertThat(new PairedPower(discordant, 0.05).imagesNeeded(smallest))
            .as("%s images, %s discordant", images, discordant)
            .isCloseTo(images, within(1e-3 * images));
      }
    }
  }

  @Test
  void tooFewImagesSeeNothingBelowEverything() {
    assertThat(new PairedPower(0.5, 0.05).smallestDifference(3)).isEqualTo(1);
    assertThat(new PairedPower(0, 0.05).smallestDifference(1)).isEqualTo(1);
  }

  @Test
  void mcNemarsTestRejectsInFourOfFiveSimulatedCasesAtTheSmallestVisibleDifference() {
    int images = 2000;
    double discordant = 0.1;
    double difference = new PairedPower(discordant, 0.05).smallestDifference(images);
    SplittableRandom random = new Seed(3).random();
    long rejected =
        IntStream.range(0, 2000)
            .filter(trial -> isRejected(images, discordant, difference, random))
            .count();
    assertThat(rejected / 2000.0).isCloseTo(0.8, within(0.03));
  }

  private static boolean isRejected(
      int images, double discordant, double difference, SplittableRandom random) {
    int[] only = new int[2];
    for (int image = 0; image < images; image++) {
      double draw = random.nextDouble();
      if (draw < discordant) {
        only[draw < (discordant - difference) / 2 ? 1 : 0]++;
      }
    }
    return new McNemar(only[0], only[1]).midP() < 0.05;
  }

  @Test
  void noDifferenceNeedsNoNumberOfImages() {
    assertThatThrownBy(() -> new PairedPower(0.1, 0.05).imagesNeeded(0))
        .hasMessage("0.0 is no difference");
  }
}
