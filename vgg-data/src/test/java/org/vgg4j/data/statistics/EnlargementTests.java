package org.vgg4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

class EnlargementTests {
  private final ImageDataset images =
      new GeneratedImages(GeneratedData.parse("generated:train=40,val=1"), Split.TRAIN);

  @Test
  void countsTheImagesWhoseSmallestSideIsShorter() {
    long smaller = 0;
    for (int i = 0; i < images.size(); i++) {
      smaller += images.image(i).size().smallestSide() < 80 ? 1 : 0;
    }
    assertThat(smaller).isBetween(1L, 39L);
    assertThat(Enlargement.of(images, 80).share()).isEqualTo(smaller / 40.0);
  }

  @Test
  void saysNothingWhereNoImageIsEnlarged() {
    assertThat(Enlargement.of(images, 64).remark()).isEmpty();
  }

  @Test
  void saysHowManyAre() {
    assertThat(Enlargement.of(images, 256).remark())
        .contains(
            images.name() + ": 100% of the images are smaller than 256 pixels and are enlarged");
  }

  @Test
  void aSmallShareIsNotRoundedToNone() {
    assertThat(new Enlargement("photos/train", 384, 0.001).remark().orElseThrow())
        .startsWith("photos/train: 1% of the images");
  }
}
