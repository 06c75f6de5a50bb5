package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;

/** Pairs, families and seeds. */
class ComparisonTests {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, new Seed(1));

  /** Right on all images from {@code wrong} on. */
  private static RankedImages wrongBelow(String name, int wrong) {
    return Stores.withOutcomes(
        name, IntStream.range(0, 200).mapToObj(image -> image >= wrong).toList());
  }

  @Test
  void theDifferenceIsSecondMinusFirstInPoints() {
    PairedComparison pair =
        PairedComparison.of(wrongBelow("A", 40), wrongBelow("B", 20), 1, BOOTSTRAP);
    assertThat(pair.difference()).isEqualTo(-10);
    assertThat(pair.onlyFirstWrong()).isEqualTo(20);
    assertThat(pair.onlySecondWrong()).isZero();
    assertThat(pair.interval().low()).isBetween(-16.0, -12.0);
    assertThat(pair.interval().high()).isBetween(-8.0, -4.0);
    assertThat(pair.exactP()).isCloseTo(Math.pow(2, -19), within(1e-15));
    assertThat(pair.midP()).isCloseTo(Math.pow(2, -20), within(1e-15));
    assertThat(pair.imagesNeeded()).isBetween(60L, 90L);
  }

  @Test
  void aStricterLevelSeesLessAndNeedsMoreImages() {
    PairedComparison pair =
        PairedComparison.of(wrongBelow("A", 40), wrongBelow("B", 20), 1, BOOTSTRAP);
    assertThat(pair.smallestVisible(0.05)).isEqualTo(pair.smallestVisible());
    assertThat(pair.imagesNeeded(10, 0.05)).isEqualTo(pair.imagesNeeded());
    assertThat(pair.smallestVisible(0.01)).isGreaterThan(pair.smallestVisible());
    assertThat(pair.imagesNeeded(1, 0.01)).isEqualTo(11_677);
  }

  @Test
  void theErrorsChangeSidesWithTheStores() {
    RankedImages first = Stores.random("A", 300, 0.4, 1);
    RankedImages second = Stores.random("B", 300, 0.3, 2);
    PairedComparison pair = PairedComparison.of(first, second, 1, BOOTSTRAP);
    PairedComparison swapped = PairedComparison.of(second, first, 1, BOOTSTRAP);
    assertThat(swapped.difference()).isEqualTo(-pair.difference());
    assertThat(swapped.midP()).isEqualTo(pair.midP());
    assertThat(swapped.smallestVisible()).isEqualTo(pair.smallestVisible());
    assertThat(swapped.interval().low()).isCloseTo(-pair.interval().high(), within(1e-9));
  }

  @Test
  void aStoreDoesNotDifferFromItself() {
    RankedImages store = Stores.random("A", 100, 0.3, 1);
    PairedComparison pair = PairedComparison.of(store, store, 1, BOOTSTRAP);
    assertThat(pair.midP()).isEqualTo(1);
    assertThat(pair.difference()).isZero();
    assertThat(pair.imagesNeeded()).isNull();
  }

  @Test
  void imagesInAnotherOrderAreMatchedByTheirIds() {
    Posteriors store = Stores.withRanks(3, 1, 2, 3, 1, 1);
    RankedImages first = RankedImages.of("A", store);
    RankedImages second = RankedImages.of("B", Stores.reversed(store));
    assertThat(PairedComparison.of(first, second, 1, BOOTSTRAP).onlyFirstWrong()).isZero();
    assertThat(PairedComparison.of(first, second, 1, BOOTSTRAP).onlySecondWrong()).isZero();
  }

  @Test
  void aFamilyHasEveryPairOnceWithHolmsPAndLettersFromTheBest() {
    List<RankedImages> networks =
        List.of(wrongBelow("A", 60), wrongBelow("B", 20), wrongBelow("C", 24));
    ComparisonFamily family = ComparisonFamily.of(networks, 1, BOOTSTRAP);
    assertThat(family.pairs())
        .extracting(pair -> pair.first() + pair.second())
        .containsExactly("AB", "AC", "BC");
    assertThat(family.adjustedP())
        .isEqualTo(Holm.adjusted(family.pairs().stream().map(PairedComparison::midP).toList()));
    assertThat(family.letters()).containsExactly("b", "a", "a");
  }

  @Test
  void seedsWidenTheIntervalOfTheDifference() {
    List<RankedImages> good = List.of(wrongBelow("A1", 20), wrongBelow("A2", 40));
    List<RankedImages> bad = List.of(wrongBelow("B1", 40), wrongBelow("B2", 60));
    SeedComparison seeds = SeedComparison.of(good, bad, 1, BOOTSTRAP);
    assertThat(seeds.difference()).isEqualTo(10);
    assertThat(seeds.first().mean()).isEqualTo(15);
    assertThat(seeds.second().mean()).isEqualTo(25);
    assertThat(seeds.welch().degrees()).isCloseTo(2, within(1e-9));
    PairedComparison images =
        PairedComparison.of(wrongBelow("A", 30), wrongBelow("B", 50), 1, BOOTSTRAP);
    assertThat(width(seeds.interval())).isGreaterThan(1.5 * width(images.interval()));
  }

  @Test
  void seedsThatAllAgreeLeaveTheSpreadOfTheImages() {
    RankedImages first = Stores.random("A", 1000, 0.4, 1);
    RankedImages second = Stores.random("B", 1000, 0.3, 2);
    double images = width(PairedComparison.of(first, second, 1, BOOTSTRAP).interval());
    SeedComparison seeds =
        SeedComparison.of(
            Collections.nCopies(3, first), Collections.nCopies(3, second), 1, BOOTSTRAP);
    assertThat(width(seeds.interval())).isCloseTo(images, within(0.15 * images));
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  @Test
  void storesOfOtherImagesAreRefused() {
    RankedImages shorter = Stores.random("B", 199, 0.3, 2);
    assertThatThrownBy(() -> PairedComparison.of(wrongBelow("A", 4), shorter, 1, BOOTSTRAP))
        .hasMessageStartingWith("B: lacks image val/199 of A; evaluate both on the same images");
  }
}
