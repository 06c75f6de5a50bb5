package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.testing.SharedFolder;

class ResamplerTests {
  private final Resampler resampler = new Resampler(2);

  @AfterEach
  void close() {
    resampler.close();
  }

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
  void aRescaledImageIsWithinOneLevelOfPillow(String name, int scale) {
    Path folder = SharedFolder.path("golden/preprocess");
    Image decoded = PngFile.read(folder.resolve(name + "_decoded.png"));
    Image golden = PngFile.read(folder.resolve(name + "_q" + scale + "_bilinear.png"));
    Image rescaled = resampler.rescale(decoded, decoded.size().withSmallestSide(scale));
    assertThat(Levels.between(rescaled, golden)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aWindowOfTheRescaledImageIsItsCrop(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageSize size = new ImageSize(random.nextInt(20, 200), random.nextInt(20, 200));
    Image image = Levels.noise(size, seed);
    ImageSize newSize = size.withSmallestSide(random.nextInt(16, 300));
    Window window = window(newSize, random);
    Image cropped = resampler.rescale(image, newSize).crop(window);
    Image fused = resampler.rescale(image, newSize, window);
    assertThat(Levels.between(fused, cropped))
        .as("seed %s: %s to %s, %s", seed, size, newSize, window)
        .isLessThanOrEqualTo(1);
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
    java.util.Arrays.fill(pixels, (byte) 255);
    Image white = new Image(new ImageSize(50, 70), pixels);
    Image rescaled = resampler.rescale(white, new ImageSize(23, 32));
    assertThat(rescaled.pixels()).containsOnly((byte) 255);
  }
}
