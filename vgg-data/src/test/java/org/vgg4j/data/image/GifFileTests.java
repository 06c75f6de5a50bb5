package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;

class GifFileTests {
  private static final byte[] FIRST = {(byte) 200, 100, 50};
  private static final int DESCRIPTOR = 10;

  private final ImageDecoder decoder = new ImageDecoder(2);

  @AfterEach
  void close() {
    decoder.close();
  }

  /** A frame of 2 x 3 pixels, the first of entry 0 and the others of entry 1, in an image. */
  private static byte[] gif(ImageSize screen, int y, int x, boolean transparent)
      throws IOException {
    byte[] drawn = drawn();
    int descriptor = 13 + 3 * (2 << (drawn[10] & 7));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(drawn, 0, 6);
    file.writeBytes(new byte[] {(byte) screen.width(), 0, (byte) screen.height(), 0});
    file.write(drawn, 10, descriptor - 10);
    if (transparent) {
      file.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 1, 0, 0, 0, 0});
    }
    file.writeBytes(new byte[] {0x2C, (byte) x, 0, (byte) y, 0});
    file.write(drawn, descriptor + 5, drawn.length - descriptor - 5);
    return file.toByteArray();
  }

  private static byte[] drawn() throws IOException {
    byte[] green = {100, 20};
    IndexColorModel palette =
        new IndexColorModel(8, 2, new byte[] {FIRST[0], 10}, green, new byte[] {FIRST[2], 30});
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED, palette);
    for (int i = 1; i < 6; i++) {
      picture.getRaster().setSample(i % 3, i / 3, 0, 1);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ImageIO.write(picture, "gif", content);
    return content.toByteArray();
  }

  private static byte[] pixel(Image image, int y, int x) {
    return image.crop(new Window(y, x, 1, 1)).pixels();
  }

  @Test
  void aTransparentPixelShowsItsStoredColour() throws IOException {
    Image image = decoder.decode("x.gif", gif(new ImageSize(2, 3), 0, 0, true));
    assertThat(pixel(image, 0, 0)).isEqualTo(FIRST);
    assertThat(pixel(image, 1, 2)).containsExactly(10, 20, 30);
  }

  @Test
  void aTransparentPixelLiesOverAStatedBackground() throws IOException {
    Decoding decoding = new Decoding(false, Optional.of(new Background(1, 2, 3)), false);
    try (ImageDecoder over = new ImageDecoder(decoding, 2)) {
      Image image = over.decode("x.gif", gif(new ImageSize(2, 3), 0, 0, true));
      assertThat(pixel(image, 0, 0)).containsExactly(1, 2, 3);
      assertThat(pixel(image, 0, 1)).containsExactly(10, 20, 30);
    }
  }

  @Test
  void aFrameThatLeavesSomeOfTheImageFreeLiesInItsPlace() throws IOException {
    StoredImage stored = decoder.open("x.gif", gif(new ImageSize(5, 7), 2, 3, false));
    Image image = stored.region(Window.whole(stored.size()));
    assertThat(image.size()).isEqualTo(new ImageSize(5, 7));
    assertThat(pixel(image, 0, 0)).isEqualTo(FIRST);
    assertThat(pixel(image, 2, 3)).isEqualTo(FIRST);
    assertThat(pixel(image, 2, 4)).containsExactly(10, 20, 30);
    assertThat(pixel(image, 3, 5)).containsExactly(10, 20, 30);
    assertThat(pixel(image, 3, 6)).isEqualTo(FIRST);
  }

  @Test
  void aFrameThatReachesOverTheBorderMakesTheImageLarger() throws IOException {
    StoredImage stored = decoder.open("x.gif", gif(new ImageSize(1, 1), 1, 0, false));
    assertThat(stored.size()).isEqualTo(new ImageSize(3, 3));
    assertThat(pixel(stored.decoded(), 1, 1)).containsExactly(10, 20, 30);
  }

  @Test
  void aCutOffFileIsRefused() throws IOException {
    byte[] whole = gif(new ImageSize(2, 3), 0, 0, false);
    for (int length = DESCRIPTOR; length < whole.length - 1; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode("x.gif", cut))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("damaged or cut off");
    }
  }
}
