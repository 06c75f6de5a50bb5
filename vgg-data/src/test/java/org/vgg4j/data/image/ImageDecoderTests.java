package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
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
  @ValueSource(
      strings = {
        "pillow_broken.png", "pillow_truncated_image.png", "pillow_truncated_jpeg.jpg",
        "syn_header_only.JPEG", "syn_text.JPEG", "syn_truncated_half.JPEG",
        "syn_truncated_tail2.JPEG", "pillow_flower.webp", "pillow_hopper_draw.ico",
        "pillow_12bit.cropped.tif"
      })
  void damagedAndForeignFilesAreRefusedByName(String name) {
    Path file = SharedFolder.path("data/odd").resolve(name);
    assertThatThrownBy(() -> decoded(file))
        .isInstanceOf(Problem.class)
        .hasMessage(
            name
                + ": is damaged, cut off or no JPEG, PNG, GIF or BMP image;"
                + " replace or delete the file");
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
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_GRAY})
  void bmpFilesWithAPaletteAreRefusedRatherThanMisread(int type) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, type), "bmp", content);
    assertThatThrownBy(() -> decoder.decode("x.bmp", content.toByteArray()))
        .isInstanceOf(Problem.class)
        .hasMessage("x.bmp: is a BMP file with a palette; convert it to PNG");
  }

  private Image decoded(Path file) {
    try {
      return decoder.decode(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
