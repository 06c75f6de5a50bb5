package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.testing.SharedFolder;

class ImageDecoderTests {
  private final ImageDecoder decoder = new ImageDecoder(2);

  @AfterEach
  void close() {
    decoder.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landscape_444",
        "portrait_420",
        "square_500",
        "panorama_upscale",
        "tall_upscale",
        "large_downscale",
        "gray",
        "exif6"
      })
  void jpegFilesDecodeBitForBitAsInPillow(String name) {
    Path folder = SharedFolder.path("golden/preprocess");
    Image decoded = decoded(folder.resolve(name + ".jpg"));
    assertThat(Levels.between(decoded, PngFile.read(folder.resolve(name + "_decoded.png"))))
        .isZero();
  }

  @Test
  void cmykDecodesWithinTwoLevelsOfPillow() {
    Path folder = SharedFolder.path("golden/preprocess");
    Image decoded = decoded(folder.resolve("cmyk_adobe0.jpg"));
    assertThat(Levels.between(decoded, PngFile.read(folder.resolve("cmyk_adobe0_decoded.png"))))
        .isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pillow_hopper.bmp",
        "pillow_hopper.gif",
        "pillow_hopper.jpg",
        "syn_420.JPEG",
        "syn_444.JPEG",
        "syn_bmp_named.JPEG",
        "syn_cmyk.JPEG",
        "syn_gif_named.png",
        "syn_palette.png",
        "syn_png_named.JPEG",
        "syn_progressive.JPEG",
        "syn_rgba_gradient_alpha.png",
        "syn_exif6.JPEG"
      })
  void theContentDecidesWhateverTheNameSaysAndTransparencyIsDropped(String name) {
    Image decoded = decoded(SharedFolder.path("data/odd").resolve(name));
    Image original = PngFile.read(SharedFolder.path("data/odd/pillow_hopper.png"));
    assertThat(decoded.size()).isEqualTo(original.size());
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      assertThat(Levels.mean(decoded, channel))
          .as("mean of channel %s of %s", channel, name)
          .isCloseTo(Levels.mean(original, channel), within(1.0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "syn_gray.JPEG",
        "syn_gray16.png",
        "syn_graya.png",
        "syn_1bit.png",
        "pillow_hopper_gray.jpg"
      })
  void greyFilesGiveThreeEqualChannels(String name) {
    Image decoded = decoded(SharedFolder.path("data/odd").resolve(name));
    for (int i = 0; i < decoded.pixels().length; i += Image.CHANNELS) {
      assertThat(decoded.pixels()[i + 1]).isEqualTo(decoded.pixels()[i]);
      assertThat(decoded.pixels()[i + 2]).isEqualTo(decoded.pixels()[i]);
    }
    assertThat(Levels.mean(decoded, 0)).isCloseTo(84.5, within(1.0));
  }

  @Test
  void exifOrientationIsNotApplied() {
    assertThat(decoded(SharedFolder.path("data/odd/exif_Landscape_6.jpg")).size())
        .isEqualTo(new ImageSize(1800, 1200));
  }

  @ParameterizedTest
  @CsvSource({
    "pillow_broken.png,damaged or cut off",
    "pillow_truncated_image.png,damaged or cut off",
    "pillow_truncated_jpeg.jpg,damaged or cut off",
    "syn_header_only.JPEG,damaged or cut off",
    "syn_truncated_half.JPEG,damaged or cut off",
    "syn_truncated_tail2.JPEG,damaged or cut off",
    "syn_text.JPEG,'no JPEG, PNG, GIF or BMP image'"
  })
  void damagedAndForeignFilesAreRefusedByName(String name, String what) {
    Path file = SharedFolder.path("data/odd").resolve(name);
    assertThatThrownBy(() -> decoded(file))
        .isInstanceOf(Problem.class)
        .hasMessage(name + ": is " + what + "; replace or delete the file");
  }

  @ParameterizedTest
  @CsvSource({
    "pillow_flower.webp,WEBP",
    "pillow_hopper_draw.ico,ICO",
    "pillow_12bit.cropped.tif,TIFF"
  })
  void formatsThatAreKnownButNotReadAreNamed(String name, String format) {
    Path file = SharedFolder.path("data/odd").resolve(name);
    assertThatThrownBy(() -> decoded(file))
        .isInstanceOf(Problem.class)
        .hasMessage(name + ": is a " + format + " image, which is not read; convert it to PNG");
  }

  @Test
  void anEmptyFileIsCalledEmpty() {
    assertThatThrownBy(() -> decoder.decode("x.JPEG", new byte[0]))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DATA))
        .hasMessage("x.JPEG: is an empty file; replace or delete the file");
  }

  @Test
  void aPngCutOffAtAnyLengthIsRefused() {
    byte[] whole = PngFile.bytes(Levels.noise(new ImageSize(9, 7), 3));
    for (int length = 0; length < whole.length - 12; length += 11) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode("cut", cut))
          .as("cut to %s of %s bytes", length, whole.length)
          .isInstanceOf(Problem.class);
    }
  }

  @Test
  void pngFilesKeepEveryBit() {
    Image image = Levels.noise(new ImageSize(5, 8), 7);
    assertThat(decoder.decode("noise", PngFile.bytes(image))).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_555_RGB,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_3BYTE_BGR
      })
  void bmpFilesOfAnyDepthShowTheirColours(int type) throws IOException {
    BufferedImage drawn = new BufferedImage(8, 4, type);
    for (int x = 0; x < 8; x++) {
      drawn.setRGB(x, 1, x % 2 == 0 ? 0xFFFFFF : 0x000000);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(drawn, "bmp", content);
    Image decoded = decoder.decode("x.bmp", content.toByteArray());
    assertThat(decoded.size()).isEqualTo(new ImageSize(4, 8));
    assertThat(decoded.value(1, 2, 0)).isEqualTo(255);
    assertThat(decoded.value(1, 3, 1)).isZero();
    assertThat(decoded.value(0, 2, 2)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24})
  void bmpFilesWithTheHeaderOfOldAreRead(int bits) {
    int palette = bits == 8 ? 3 * 256 : 0;
    ByteBuffer file = ByteBuffer.allocate(26 + palette + 24).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(26 + palette);
    file.putInt(12).putShort((short) 3).putShort((short) 2).putShort((short) 1);
    file.putShort((short) bits);
    StoredImage stored = decoder.open("old.bmp", file.array());
    assertThat(stored.size()).isEqualTo(new ImageSize(2, 3));
    assertThat(stored.region(new Window(0, 0, 2, 3)).size()).isEqualTo(stored.size());
  }

  @Test
  void aPngWithTransparencyLiesOverAStatedBackground() throws IOException {
    BufferedImage drawn = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    drawn.setRGB(0, 0, 0x00112233);
    drawn.setRGB(1, 0, 0x80FF0000);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", content);
    Background white = Background.parse("255,255,255");
    try (ImageDecoder over = new ImageDecoder(new Decoding(false, Optional.of(white), false), 2)) {
      byte[] pixels = over.decode("x.png", content.toByteArray()).pixels();
      assertThat(pixels).containsExactly(-1, -1, -1, -1, 127, 127);
    }
    byte[] dropped = decoder.decode("x.png", content.toByteArray()).pixels();
    assertThat(dropped).containsExactly(0x11, 0x22, 0x33, -1, 0, 0);
  }

  @Test
  void exifOrientationIsAppliedWhereItIsAskedFor() throws IOException {
    Path file = SharedFolder.path("data/odd/exif_Landscape_6.jpg");
    try (ImageDecoder looking = new ImageDecoder(new Decoding(true, Optional.empty(), false), 2)) {
      StoredImage image = looking.open("landscape", Files.readAllBytes(file));
      assertThat(image.size()).isEqualTo(new ImageSize(1200, 1800));
      Image upright = image.decoded();
      assertThat(upright).isEqualTo(new Orientation(6).applyTo(decoded(file)));
      assertThat(image.region(new Window(3, 5, 20, 10)))
          .isEqualTo(upright.crop(new Window(3, 5, 20, 10)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landscape_444.jpg",
        "portrait_420.jpg",
        "gray.jpg",
        "cmyk_adobe0.jpg",
        "square_500.jpg"
      })
  void aRegionHasTheBitsOfTheWholeImage(String name) throws IOException {
    Path file = SharedFolder.path("golden/preprocess").resolve(name);
    StoredImage stored = decoder.open(name, Files.readAllBytes(file));
    Image whole = stored.decoded();
    SplittableRandom random = new Seed(5).random();
    for (int i = 0; i < 40; i++) {
      int height = random.nextInt(1, whole.height() * 2 / 3);
      int width = random.nextInt(1, whole.width() * 2 / 3);
      int y = random.nextInt(whole.height() - height + 1);
      int x = random.nextInt(whole.width() - width + 1);
      Window window = new Window(y, x, height, width);
      assertThat(Levels.between(stored.region(window), whole.crop(window)))
          .as("%s of %s", window, whole.size())
          .isZero();
    }
  }

  private Image decoded(Path file) {
    try {
      return decoder.decode(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void reducedDecodingIsTwoLevelsOffOnAverage() throws IOException {
    byte[] large = Files.readAllBytes(SharedFolder.path("data/odd/exif_Landscape_6.jpg"));
    Resampler resampler = new Resampler(Filter.BILINEAR);
    try (ImageDecoder reducing = new ImageDecoder(new Decoding(false, Optional.empty(), true), 2)) {
      StoredImage exact = decoder.open("large", large);
      StoredImage reduced = reducing.open("large", large);
      ImageSize size = exact.size().withSmallestSide(256);
      assertThat(reduced.reduced(size).size().height()).isLessThan(exact.size().height());
      Image fast = resampler.rescale(reduced, size);
      assertThat(Levels.meanBetween(fast, resampler.rescale(exact, size))).isBetween(0.01, 2.5);
    }
  }
}
