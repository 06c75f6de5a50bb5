package org.vgg4j.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.ArrayImages;
import org.vgg4j.data.source.FakeImages;
import org.vgg4j.testing.NpyFile;
import org.vgg4j.testing.SharedFolder;

class ColourStatisticsTests {
  private static final double TOLERANCE = 1e-9;

  private static ColourStatistics statistics(List<Image> images) {
    return ColourStatistics.of(new ArrayImages(images), 2, done -> {});
  }

  private static List<Image> goldenImages() {
    byte[] pixels = NpyFile.golden("preprocess/pca_subset100_64x64_u8.npy").bytes();
    ImageSize size = new ImageSize(64, 64);
    int bytes = 64 * 64 * 3;
    List<Image> images = new ArrayList<>();
    for (int start = 0; start < pixels.length; start += bytes) {
      images.add(new Image(size, Arrays.copyOfRange(pixels, start, start + bytes)));
    }
    return images;
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper()
        .readTree(SharedFolder.path("golden/preprocess/rgb_pca.json").toFile())
        .get("subset100");
  }

  @Test
  void meanAndCovarianceAreTheGoldenOnes() throws IOException {
    ColourStatistics statistics = statistics(goldenImages());
    assertThat(statistics.pixels()).isEqualTo(golden().get("pixels").asLong());
    for (int a = 0; a < 3; a++) {
      assertClose(statistics.mean().get(a), golden().get("mean_rgb").get(a));
      for (int b = 0; b < 3; b++) {
        assertClose(
            statistics.covariance().get(a).get(b), golden().get("covariance_div_n").get(a).get(b));
      }
    }
  }

  @Test
  void principalComponentsAreTheGoldenOnes() throws IOException {
    PrincipalComponents components = statistics(goldenImages()).components();
    for (int k = 0; k < 3; k++) {
      assertClose(components.values().get(k), golden().get("eigenvalues_desc").get(k));
      for (int channel = 0; channel < 3; channel++) {
        JsonNode expected =
            golden().get("eigenvectors_as_rows_of_V_transposed").get(k).get(channel);
        assertThat(components.vectors().get(k).get(channel))
            .isCloseTo(expected.asDouble(), within(TOLERANCE));
      }
    }
  }

  private static void assertClose(double actual, JsonNode expected) {
    assertThat(actual).isCloseTo(expected.asDouble(), within(TOLERANCE * expected.asDouble()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void theBitsAreTheSameForEveryNumberOfThreads(int threads) {
    FakeImages images = new FakeImages(40);
    assertThat(ColourStatistics.of(images, threads, done -> {}))
        .isEqualTo(ColourStatistics.of(images, 1, done -> {}));
  }

  @Test
  void everyPixelWeighsTheSame() {
    Image black = new Image(new ImageSize(1, 3), new byte[9]);
    Image white = new Image(new ImageSize(1, 1), new byte[] {-1, -1, -1});
    ColourStatistics statistics = statistics(ImmutableList.of(black, white));
    assertThat(statistics.mean()).containsExactly(63.75, 63.75, 63.75);
    assertThat(statistics.covariance().get(0).get(2)).isEqualTo(255 * 255 * 3 / 16.0);
  }

  @Test
  void imagesOfOneColourDoNotVary() {
    Image grey = new Image(new ImageSize(1, 2), new byte[] {7, 7, 7, 7, 7, 7});
    assertThat(statistics(ImmutableList.of(grey)).components().values())
        .allSatisfy(value -> assertThat(value).isZero());
  }
}
