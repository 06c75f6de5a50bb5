package org.vgg4j.data.generated;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.hash.Hashing;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.Split;

class GeneratedImagesTests {
  private final GeneratedImages train =
      new GeneratedImages(GeneratedData.parse("generated"), Split.TRAIN);

  @Test
  void thePixelsNeverChangeUnderTheSameVersion() {
    StringBuilder hashes = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      hashes.append(Hashing.sha256().hashBytes(train.image(i).pixels()));
    }
    assertThat(Hashing.sha256().hashUnencodedChars(hashes))
        .as("raise GeneratedImages.VERSION when the pixels change on purpose")
        .hasToString("723a6f1009c3f7ba3d134f72d9ae97c92b329aba96dce08e11ecc28c319fd0e6");
  }

  @Test
  void aSmallerSplitIsTheBeginningOfALargerOne() {
    GeneratedImages small =
        new GeneratedImages(GeneratedData.parse("generated:train=30"), Split.TRAIN);
    assertThat(small.image(29)).isEqualTo(train.image(29));
  }

  @Test
  void splitsAndSeedsGiveDifferentImages() {
    GeneratedImages val = new GeneratedImages(GeneratedData.parse("generated"), Split.VAL);
    GeneratedImages other =
        new GeneratedImages(GeneratedData.parse("generated:seed=2"), Split.TRAIN);
    assertThat(train.image(0)).isNotEqualTo(val.image(0)).isNotEqualTo(other.image(0));
    assertThat(train.manifest().hash())
        .isNotEqualTo(val.manifest().hash())
        .isNotEqualTo(other.manifest().hash())
        .isEqualTo(
            new GeneratedImages(GeneratedData.parse("generated"), Split.TRAIN).manifest().hash());
  }

  @Test
  void classesAreBalancedAndInTheId() {
    assertThat(IntStream.range(0, 2000).boxed().collect(groupingBy(train::label, counting())))
        .hasSize(10)
        .allSatisfy((label, count) -> assertThat(count).isEqualTo(200));
    assertThat(train.id(14)).isEqualTo("train/triangle/14");
  }

  @Test
  void sizesAndAspectRatiosVary() {
    ImageSize[] sizes =
        IntStream.range(0, 300).mapToObj(i -> train.image(i).size()).toArray(ImageSize[]::new);
    assertThat(sizes)
        .extracting(ImageSize::smallestSide)
        .allMatch(side -> side >= 64 && side <= 96);
    assertThat(sizes).anyMatch(size -> size.height() > 1.25 * size.width());
    assertThat(sizes).anyMatch(size -> size.width() > 1.25 * size.height());
  }

  /** A large shape is lighter than its background, so a class of large area is a little lighter. */
  @Test
  void brightnessTellsLittleOfTheClass() {
    double[] means = new double[10];
    for (int i = 0; i < 1000; i++) {
      means[train.label(i)] += meanLevel(train.image(i)) / 100;
    }
    double overall = DoubleStream.of(means).average().orElseThrow();
    assertThat(DoubleStream.of(means).boxed())
        .allSatisfy(mean -> assertThat(mean).isCloseTo(overall, within(12.0)));
  }

  private static double meanLevel(Image image) {
    long sum = 0;
    for (byte value : image.pixels()) {
      sum += value & 0xFF;
    }
    return (double) sum / image.pixels().length;
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aShapeFillsMostOfTheUnitDiscAndNothingElse(Shape shape) {
    double farthest = 0;
    for (double y = -1.5; y <= 1.5; y += 0.01) {
      for (double x = -1.5; x <= 1.5; x += 0.01) {
        farthest = shape.contains(x, y) ? Math.max(farthest, x * x + y * y) : farthest;
      }
    }
    assertThat(Math.sqrt(farthest)).isBetween(0.9, 1.04);
  }
}
