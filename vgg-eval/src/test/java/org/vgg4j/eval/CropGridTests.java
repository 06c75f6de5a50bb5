package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.testing.SharedFolder;

class CropGridTests {
  @Test
  void theGridOfThePaperIsThatOfTheGoldenFileHalfPixelsRoundedUp() throws IOException {
    JsonNode golden =
        new ObjectMapper()
            .readTree(
                Files.readString(SharedFolder.path("golden/preprocess/crop_origins_5x5.json")));
    int sizes = 0;
    for (JsonNode image : golden.get("images")) {
      for (JsonNode scale : image) {
        JsonNode size = scale.get("resized_wh");
        List<Window> windows =
            CropGrid.PAPER.windows(
                new ImageSize(size.get(1).intValue(), size.get(0).intValue()), 224);
        assertThat(windows).hasSize(25);
        for (int i = 0; i < 25; i++) {
          assertThat(windows.get(i).y())
              .isEqualTo(scale.get("y_round_half_up").get(i / 5).intValue());
          assertThat(windows.get(i).x())
              .isEqualTo(scale.get("x_round_half_up").get(i % 5).intValue());
        }
        sizes++;
      }
    }
    assertThat(sizes).isGreaterThanOrEqualTo(24);
  }

  @Test
  void atTheSideOfTheCropTheShortSideHasOnePosition() {
    List<Window> windows = CropGrid.PAPER.windows(new ImageSize(224, 300), 224);
    assertThat(windows).hasSize(25).extracting(Window::y).containsOnly(0);
    assertThat(windows.stream().map(Window::x).distinct()).containsExactly(0, 19, 38, 57, 76);
  }

  @Test
  void aSingleCropLiesInTheMiddle() {
    assertThat(new CropGrid(1, 2).windows(new ImageSize(10, 10), 4))
        .containsExactly(new Window(3, 0, 4, 4), new Window(3, 6, 4, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5x", "0x5", "5x0", "-1x5", "100x5", "5 x 5", ""})
  void otherTextsAreNoGrids(String text) {
    assertThatThrownBy(() -> CropGrid.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
