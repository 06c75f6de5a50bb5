package org.vgg4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.testing.SharedFolder;

class OrientationTests {

  /** What lies in the first row and the first column, by the table of EXIF 2.3, tag 0112. */
  @ParameterizedTest
  @CsvSource({
    "1,abc def",
    "2,cba fed",
    "3,fed cba",
    "4,def abc",
    "5,ad be cf",
    "6,da eb fc",
    "7,fc eb da",
    "8,cf be ad"
  })
  void everyOrientationTurnsAsTheStandardSays(int code, String upright) {
    assertThat(letters(new Orientation(code).applyTo(image("abc def")))).isEqualTo(upright);
  }

  private static Image image(String rows) {
    int width = rows.indexOf(' ');
    String letters = rows.replace(" ", "");
    byte[] pixels = new byte[letters.length() * Image.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) letters.charAt(i / Image.CHANNELS);
    }
    return new Image(new ImageSize(letters.length() / width, width), pixels);
  }

  private static String letters(Image image) {
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < image.height(); y++) {
      rows.append(y == 0 ? "" : " ");
      for (int x = 0; x < image.width(); x++) {
        rows.append((char) image.value(y, x, 2));
      }
    }
    return rows.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "exif_Landscape_6.jpg,6",
    "pillow_hopper_orientation_3.jpg,3",
    "pillow_hopper_orientation_8.jpg,8",
    "pillow_hopper.jpg,1",
    "pillow_hopper_bad_exif.jpg,1"
  })
  void aFileSaysHowTheCameraWasHeld(String name, int code) throws IOException {
    byte[] content = Files.readAllBytes(SharedFolder.path("data/odd").resolve(name));
    assertThat(Orientation.of(content).code()).isEqualTo(code);
  }

  @Test
  void thereAreEightOrientations() {
    assertThatThrownBy(() -> new Orientation(9)).isInstanceOf(IllegalArgumentException.class);
  }
}
