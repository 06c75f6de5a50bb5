package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTests {
  private static final ImageSize SIZE = new ImageSize(2, 3);
  private static final byte[] PIXELS = {
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9, //
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    (byte) 255
  };

  private final Image image = new Image(SIZE, PIXELS);

  @Test
  void valuesAreUnsignedAndFoundByRowColumnAndChannel() {
    assertThat(image.value(0, 1, 0)).isEqualTo(4);
    assertThat(image.value(1, 2, 2)).isEqualTo(255);
  }

  @Test
  void flippingMirrorsPixelsAndKeepsTheirChannels() {
    assertThat(image.flipped().crop(new Window(0, 0, 1, 3)).pixels())
        .containsExactly(7, 8, 9, 4, 5, 6, 1, 2, 3);
  }

  @Test
  void flippingTwiceGivesTheImageBack() {
    assertThat(image.flipped().flipped()).isEqualTo(image);
  }

  @Test
  void aCropHoldsThePixelsOfItsWindow() {
    assertThat(image.crop(new Window(1, 1, 1, 2)).pixels())
        .isEqualTo(new byte[] {13, 14, 15, 16, 17, (byte) 255});
  }

  @Test
  void imagesAreEqualWhenSizeAndContentAre() {
    assertThat(image).isEqualTo(new Image(SIZE, PIXELS.clone())).hasSameHashCodeAs(image);
    assertThat(image).isNotEqualTo(new Image(new ImageSize(3, 2), PIXELS));
    assertThat(image).isNotEqualTo(image.flipped());
  }

  @Test
  void theNumberOfBytesMustFitTheSize() {
    assertThatThrownBy(() -> new Image(SIZE, new byte[17]))
        .hasMessage("an RGB image of 2 x 3 pixels has 18 bytes, not 17");
  }

  @Test
  void aWindowOutsideTheImageIsRefused() {
    assertThatThrownBy(() -> image.crop(new Window(1, 1, 1, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "375, 500, 256, 256, 341",
    "520, 348, 256, 382, 256",
    "100, 100, 37, 37, 37",
    "8, 400, 256, 256, 12800",
  })
  void rescalingKeepsTheAspectAndRoundsTheLongSideDown(
      int height, int width, int side, int newHeight, int newWidth) {
    assertThat(new ImageSize(height, width).withSmallestSide(side))
        .isEqualTo(new ImageSize(newHeight, newWidth));
  }
}
