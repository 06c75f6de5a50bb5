package org.vgg4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;

class AugmentationTests {
  private static final ImageSize SIZE = new ImageSize(375, 500);
  private static final Augmentation PAPER = new Augmentation(new ScaleRange(256, 512), 224, true);

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCropIsSquareAndInsideTheRescaledImage(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageSize size = new ImageSize(random.nextInt(1, 900), random.nextInt(1, 900));
    Sample sample = PAPER.sample(size, new Seed(seed));
    assertThat(sample.window().fitsInto(sample.rescaled())).as("seed %s", seed).isTrue();
    assertThat(sample.window().size()).as("seed %s", seed).isEqualTo(new ImageSize(224, 224));
    assertThat(sample.rescaled().smallestSide()).as("seed %s", seed).isBetween(256, 512);
  }

  @Test
  void aCropWithoutPixelsIsAConfigurationProblem() {
    assertThatThrownBy(() -> new Augmentation(ScaleRange.fixed(256), 0, true))
        .isInstanceOf(Problem.class)
        .hasMessage("crop 0: is no number of pixels; use 1 or more");
  }

  @Test
  void everyPositionComesUp() {
    Augmentation augmentation = new Augmentation(ScaleRange.fixed(34), 32, true);
    assertThat(
            LongStream.range(0, 500)
                .mapToObj(i -> augmentation.sample(new ImageSize(34, 34), new Seed(9).at(i)))
                .map(sample -> sample.window().y() * 3 + sample.window().x())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void halfOfTheImagesAreFlipped() {
    long flipped =
        LongStream.range(0, 10_000)
            .filter(i -> PAPER.sample(SIZE, new Seed(3).at(i)).flipped())
            .count();
    assertThat(flipped / 10_000.0).isCloseTo(0.5, within(0.02));
  }

  @Test
  void theSeedAloneDecides() {
    assertThat(PAPER.sample(SIZE, new Seed(5))).isEqualTo(PAPER.sample(SIZE, new Seed(5)));
    assertThat(PAPER.sample(SIZE, new Seed(5))).isNotEqualTo(PAPER.sample(SIZE, new Seed(6)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void switchingFlipsOffLeavesScaleAndPositionAsTheyAre(int seed) {
    Sample with = PAPER.sample(SIZE, new Seed(seed));
    Sample without = new Augmentation(PAPER.scale(), 224, false).sample(SIZE, new Seed(seed));
    assertThat(without)
        .as("seed %s", seed)
        .isEqualTo(new Sample(with.rescaled(), with.window(), false));
  }

  @Test
  void aCropLargerThanTheSmallestScaleIsAConfigurationProblem() {
    assertThatThrownBy(() -> new Augmentation(new ScaleRange(200, 512), 224, true))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "train scale S=200..512: is smaller than the crop of 224 pixels; use S of at least 224");
  }

  @Test
  void theCentralCropLeavesEqualMarginsAndRoundsDown() {
    assertThat(Sample.centralCrop(SIZE, 256, 224))
        .isEqualTo(new Sample(new ImageSize(256, 341), new Window(16, 58, 224, 224), false));
  }

  @Test
  void theWholeImageIsSeenAtTheTestScale() {
    assertThat(Sample.whole(SIZE, 384))
        .isEqualTo(new Sample(new ImageSize(384, 512), new Window(0, 0, 384, 512), false));
  }

  @Test
  void aCentralCropLargerThanTheTestScaleIsAConfigurationProblem() {
    assertThatThrownBy(() -> Sample.centralCrop(SIZE, 200, 224))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("test scale Q=200: ");
  }
}
