package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.testing.GoldenCrops;
import org.vgg4j.testing.NpyFile;

/** Scores and posteriors that torchvision computed in float64 with the same weights. */
class GoldenInferenceTests {
  private static final int CROP = TorchNetwork.CROP;
  private static final int CLASSES = TorchNetwork.CLASSES;
  private static final List<String> DENSE_IMAGES =
      List.of("img0_q256", "img0_q288", "img1_q256", "img1_q288");
  private static final double SCORE_TOLERANCE = 1e-4;
  private static final double POSTERIOR_TOLERANCE = 1e-5;

  @ParameterizedTest
  @EnumSource
  void atTheCropSizeTheScoresAreTheLogits(TorchNetwork network) {
    try (InferenceGraph graph = network.open(Rounding.CEIL)) {
      ScoreMaps maps = graph.scoreMaps(GoldenCrops.pixels(network.inputs()), CROP, CROP);
      assertThat(maps.height() * maps.width()).isEqualTo(1);
      assertThat(maps.classes()).isEqualTo(CLASSES);
      assertClose(maps.scores(), network.golden("logits_f64.npy").doubles(), SCORE_TOLERANCE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wholeImagesGiveTheMapsOfCaffesPooling(TorchNetwork network) {
    try (InferenceGraph graph = network.open(Rounding.CEIL)) {
      for (String image : DENSE_IMAGES) {
        assertMap(graph, image(image), map(network, image, "scores_ceilpool"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void wholeImagesGiveTheMapsOfPoolingThatRoundsDown(TorchNetwork network) {
    try (InferenceGraph graph = network.open(Rounding.FLOOR)) {
      for (String image : DENSE_IMAGES) {
        assertMap(graph, image(image), map(network, image, "scores"));
        assertMap(graph, image(image).flipped(), map(network, image, "scores_flipped"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothAveragesOfAMapAreThePosteriorsOfIndependentSoftware(TorchNetwork network) {
    double[] ofScores = network.golden("dense_softmax_of_mean.npy").doubles();
    double[] ofPosteriors = network.golden("dense_mean_of_softmax.npy").doubles();
    try (InferenceGraph graph = network.open(Rounding.FLOOR)) {
      for (int i = 0; i < DENSE_IMAGES.size(); i++) {
        Pixels image = image(DENSE_IMAGES.get(i));
        assertClose(
            graph.posteriors(image.rgb, image.height, image.width, Averaging.SCORES),
            Arrays.copyOfRange(ofScores, i * CLASSES, (i + 1) * CLASSES),
            POSTERIOR_TOLERANCE);
        assertClose(
            graph.posteriors(image.rgb, image.height, image.width, Averaging.POSTERIORS),
            Arrays.copyOfRange(ofPosteriors, i * CLASSES, (i + 1) * CLASSES),
            POSTERIOR_TOLERANCE);
      }
    }
  }

  private static Pixels image(String name) {
    NpyFile file = NpyFile.golden("torch/dense_input_" + name + "_u8.npy");
    return new Pixels(file.bytes(), file.shape()[0], file.shape()[1]);
  }

  private static NpyFile map(TorchNetwork network, String image, String kind) {
    return network.golden("dense_" + image + "_" + kind + "_f64.npy");
  }

  /** The golden map is (classes, height, width). */
  private static void assertMap(InferenceGraph graph, Pixels image, NpyFile golden) {
    ScoreMaps maps = graph.scoreMaps(image.rgb, image.height, image.width);
    assertThat(golden.shape()).containsExactly(CLASSES, maps.height(), maps.width());
    double[] expected = golden.doubles();
    double[] channelsLast = new double[expected.length];
    int positions = maps.height() * maps.width();
    for (int i = 0; i < expected.length; i++) {
      channelsLast[i % positions * CLASSES + i / positions] = expected[i];
    }
    assertClose(maps.scores(), channelsLast, SCORE_TOLERANCE);
  }

  private static void assertClose(float[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  /** One image, uint8 (height, width, 3). */
  private static final class Pixels {
    final byte[] rgb;
    final int height;
    final int width;

    Pixels(byte[] rgb, int height, int width) {
      this.rgb = rgb;
      this.height = height;
      this.width = width;
    }

    Pixels flipped() {
      byte[] mirrored = new byte[rgb.length];
      for (int i = 0; i < rgb.length; i++) {
        int position = i / 3;
        int column = position % width;
        mirrored[(position - column + width - 1 - column) * 3 + i % 3] = rgb[i];
      }
      return new Pixels(mirrored, height, width);
    }
  }
}
