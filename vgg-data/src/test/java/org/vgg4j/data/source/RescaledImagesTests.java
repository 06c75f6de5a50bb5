package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.generated.GeneratedImages;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Levels;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;

class RescaledImagesTests {
  private static final long CACHE = 1L << 24;

  private final Resampler resampler = new Resampler(Filter.BILINEAR);
  private final ImageDataset images =
      new GeneratedImages(GeneratedData.parse("generated:train=6,val=2"), Split.TRAIN);
  private final ImageDataset rescaled = RescaledImages.ifSmall(images, 37, resampler, CACHE);

  @Test
  void everyImageHasTheWantedSmallestSideAndKeepsItsNameAndLabel() {
    for (int i = 0; i < images.size(); i++) {
      assertThat(rescaled.image(i).size()).isEqualTo(images.image(i).size().withSmallestSide(37));
      assertThat(rescaled.id(i)).isEqualTo(images.id(i));
      assertThat(rescaled.label(i)).isEqualTo(images.label(i));
    }
    assertThat(rescaled.manifest()).isEqualTo(images.manifest());
  }

  @Test
  void aCropOfARescaledImageIsTheCropOfTheOriginal() {
    Augmentation augmentation = new Augmentation(ScaleRange.fixed(37), 32, true);
    for (int i = 0; i < images.size(); i++) {
      Image expected = seen(augmentation, images.image(i), i);
      Image actual = seen(augmentation, rescaled.image(i), i);
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void aRescaledImageIsNotRescaledAgain() {
    ImageSize size = rescaled.image(0).size();
    assertThat(size.withSmallestSide(37)).isEqualTo(size);
    assertThat(resampler.rescale(rescaled.image(0), size)).isEqualTo(rescaled.image(0));
  }

  @Test
  void anElongatedImageIsNotRescaledAsAWhole() {
    ImageDataset strip =
        new ArrayImages(ImmutableList.of(Levels.noise(new ImageSize(1, 60_000), 1)));
    StoredImage image = RescaledImages.ifSmall(strip, 256, resampler, CACHE).image(0);
    assertThat(image.size()).isEqualTo(new ImageSize(256, 60_000 * 256));
    Augmentation augmentation = new Augmentation(ScaleRange.fixed(256), 224, true);
    assertThat(seen(augmentation, image, 0)).isEqualTo(seen(augmentation, strip.image(0), 0));
  }

  @Test
  void aLargeSplitStaysAsItIs() {
    assertThat(RescaledImages.ifSmall(images, 10_000, resampler, CACHE)).isSameAs(images);
  }

  private Image seen(Augmentation augmentation, StoredImage image, int index) {
    Sample sample = augmentation.sample(image.size(), new Seed(3).at(index));
    return sample.of(image, resampler);
  }
}
