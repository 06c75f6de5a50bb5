package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecodedCacheTests {
  private static final int IMAGES = 12;

  private final FakeImages images = new FakeImages(IMAGES);

  private static void readAll(ImageDataset dataset) {
    IntStream.range(0, IMAGES).forEach(dataset::image);
  }

  @Test
  void imagesThatFitAreReadOnce() {
    DecodedCache cache = new DecodedCache(images, 1 << 20);
    readAll(cache);
    readAll(cache);
    assertThat(images.reads()).isEqualTo(IMAGES);
  }

  @Test
  void imagesBeyondTheLimitAreReadEachTime() {
    DecodedCache cache = new DecodedCache(images, 2L * images.image(0).pixels().length);
    readAll(cache);
    int before = images.reads();
    readAll(cache);
    assertThat(images.reads() - before).isBetween(IMAGES - 3, IMAGES - 1);
  }

  @Test
  void aLimitOfZeroKeepsNothing() {
    DecodedCache cache = new DecodedCache(images, 0);
    readAll(cache);
    readAll(cache);
    assertThat(images.reads()).isEqualTo(2 * IMAGES);
  }

  @Test
  void everythingElseIsTheDataSetsOwn() {
    DecodedCache cache = new DecodedCache(images, 1 << 20);
    ParallelRange.forEach(
        IMAGES, 4, i -> assertThat(cache.image(i)).isEqualTo(new FakeImages(IMAGES).image(i)));
    assertThat(cache.classes()).isEqualTo(images.classes());
    assertThat(cache.manifest()).isEqualTo(images.manifest());
    assertThat(cache.id(5)).isEqualTo("fake/5");
    assertThat(cache.label(5)).isEqualTo(2);
  }
}
