package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;

class MeanPixelTests {
  private static final FakeImages IMAGES = new FakeImages(40);

  @Test
  void everyPixelWeighsTheSame() {
    long sum = 0;
    long pixels = 0;
    for (int i = 0; i < IMAGES.size(); i++) {
      Image image = IMAGES.image(i);
      pixels += image.size().pixels();
      for (int k = 1; k < image.pixels().length; k += 3) {
        sum += image.pixels()[k] & 0xFF;
      }
    }
    assertThat(MeanPixel.of(IMAGES, 1).green()).isEqualTo((double) sum / pixels);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void theBitsAreTheSameForEveryNumberOfThreads(int threads) {
    assertThat(MeanPixel.of(IMAGES, threads)).isEqualTo(MeanPixel.of(IMAGES, 1));
  }

  @Test
  void theFirstFailureStopsTheRestAndIsThrownAsItIs() {
    Problem problem = Problem.data("x.JPEG", "is damaged", "delete it");
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ParallelRange.forEach(
                    1_000_000,
                    4,
                    i -> {
                      calls.incrementAndGet();
                      if (i == 10) {
                        throw problem;
                      }
                    }))
        .isSameAs(problem);
    assertThat(calls.get()).isLessThan(1_000_000);
  }
}
