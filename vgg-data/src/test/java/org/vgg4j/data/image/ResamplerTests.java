package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.testing.SharedFolder;

class ResamplerTests {
  private final Resampler resampler = new Resampler(Filter.BILINEAR);

  @ParameterizedTest
  @CsvSource({
    "landscape_444, 256", "landscape_444, 384",
    "portrait_420, 256", "portrait_420, 384",
    "square_500, 256", "square_500, 384",
    "panorama_upscale, 256", "panorama_upscale, 384",
    "tall_upscale, 256", "tall_upscale, 384",
    "large_downscale, 256", "large_downscale, 384",
    "gray, 256", "gray, 384",
    "exif6, 256", "exif6, 384",
    "cmyk_adobe0, 256", "cmyk_adobe0, 384",
  })
  void aRescaledImageIsPillowsBitForBit(String name, int scale) {
    Path folder = SharedFolder.path("golden/preprocess");
    Image decoded = PngFile.read(folder.resolve(name + "_decoded.png"));
    for (Filter filter : new Filter[] {Filter.BILINEAR, Filter.BICUBIC}) {
      Image golden = PngFile.read(folder.resolve(name + "_q" + scale + "_" + filter + ".png"));
      ImageSize size = decoded.size().withSmallestSide(scale);
      assertThat(new Resampler(filter).rescale(decoded, size)).as("%s", filter).isEqualTo(golden);
    }
  }

  @Test
  void plainBilinearLooksAtTheFourNearestPixelsAlone() {
    Image image = Levels.noise(new ImageSize(40, 60), 5);
    Image reduced = new Resampler(Filter.PLAIN_BILINEAR).rescale(image, new ImageSize(8, 12));
    // Five to one: the centre of a new pixel is that of an old one.
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 12; x++) {
        assertThat(reduced.value(y, x, 1)).isEqualTo(image.value(5 * y + 2, 5 * x + 2, 1));
      }
    }
  }

  @Test
  void plainBilinearEnlargesAsTheOtherDoes() {
    Image image = Levels.noise(new ImageSize(9, 7), 5);
    ImageSize larger = new ImageSize(31, 24);
    assertThat(new Resampler(Filter.PLAIN_BILINEAR).rescale(image, larger))
        .isEqualTo(new Resampler(Filter.BILINEAR).rescale(image, larger));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aWindowOfTheRescaledImageIsItsCrop(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageSize size = new ImageSize(random.nextInt(20, 200), random.nextInt(20, 200));
    Image image = Levels.noise(size, seed);
    ImageSize newSize = size.withSmallestSide(random.nextInt(16, 300));
    Window window = window(newSize, random);
    for (Filter filter : Filter.values()) {
      Resampler each = new Resampler(filter);
      assertThat(each.rescale(image, newSize, window))
          .as("%s, seed %s: %s to %s, %s", filter, seed, size, newSize, window)
          .isEqualTo(each.rescale(image, newSize).crop(window));
    }
  }

  private static Window window(ImageSize size, SplittableRandom random) {
    int height = random.nextInt(1, size.height() + 1);
    int width = random.nextInt(1, size.width() + 1);
    int y = random.nextInt(size.height() - height + 1);
    int x = random.nextInt(size.width() - width + 1);
    return new Window(y, x, height, width);
  }

  @Test
  void theSameSizeLeavesEveryBitAsItIs() {
    Image image = Levels.noise(new ImageSize(37, 53), 1);
    assertThat(resampler.rescale(image, image.size())).isEqualTo(image);
  }

  @Test
  void aUniformImageStaysUniform() {
    byte[] pixels = new byte[50 * 70 * 3];
    Arrays.fill(pixels, (byte) 255);
    Image white = new Image(new ImageSize(50, 70), pixels);
    Image rescaled = resampler.rescale(white, new ImageSize(23, 32));
    assertThat(rescaled.pixels()).containsOnly((byte) 255);
  }
}
