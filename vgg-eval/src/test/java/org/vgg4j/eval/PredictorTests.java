package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFileWriter;

class PredictorTests {
  private static final int CROP = 16;
  private static final NetworkSpec NETWORK = network("small conv3-4 | conv3-8 | fc-16 fc-classes");
  private static final Preprocessing PREPROCESSING =
      new Preprocessing(List.of(120.5, 1.0 / 3, 99.0), 1.0 / 64);

  @TempDir private Path folder;

  @Test
  void aWeightsFileScoresLikeTheNetworkThatItCameFrom() {
    byte[] pixels = new byte[2 * 24 * 20 * 3];
    new Seed(3).random().nextBytes(pixels);
    try (Predictor predictor = open(weights(NETWORK, NETWORK));
        InferenceGraph graph = graph()) {
      assertThat(predictor.classes()).isEqualTo(3);
      assertThat(predictor.crop()).isEqualTo(CROP);
      assertThat(predictor.classNames()).containsExactly("cat", "dog", "owl");
      for (Averaging averaging : Averaging.values()) {
        assertThat(predictor.posteriors(pixels, 24, 20, averaging))
            .hasSize(6)
            .isEqualTo(graph.posteriors(pixels, 24, 20, averaging));
      }
    }
  }

  @Test
  void theFirstTensorOfAnotherShapeIsNamed() {
    Path file = weights(network("small conv3-4 | conv3-8 x2 | fc-16 fc-classes"), NETWORK);
    assertRefused(file, "there is no conv2_2/weights");
    assertRefused(
        weights(network("small conv3-4 | conv3-9 | fc-16 fc-classes"), NETWORK),
        "conv2_1/weights has shape [3, 3, 4, 8], not [3, 3, 4, 9]");
    assertRefused(
        weights(NETWORK.withClasses(4), NETWORK), "fc4/weights has shape [1, 1, 16, 3], not [1, 1");
  }

  @Test
  void aFileWithoutItsNetworkIsRefused() {
    Path file = folder.resolve("bare.safetensors");
    new TensorFileWriter(Map.of("crop", "16")).ints("a", new int[] {1}).writeTo(file);
    assertRefused(
        file, "its metadata lack network); bring other programs' files in by vgg weights");
    assertRefused(folder.resolve("none.safetensors"), "can't be read (no such file)");
  }

  @Test
  void theSameWeightsDoForANetworkWithAnotherMean() {
    Preprocessing lower =
        new Preprocessing(
            PREPROCESSING.mean().stream().map(level -> level - 20).toList(), PREPROCESSING.scale());
    Path file = weights(NETWORK, NETWORK);
    byte[] dark = new byte[CROP * CROP * 3];
    Arrays.fill(dark, (byte) 50);
    byte[] bright = new byte[dark.length];
    Arrays.fill(bright, (byte) 70);
    try (Predictor changed = new Predictor(file, Device.cpu(), manifest(NETWORK).with(lower));
        Predictor stored = open(file)) {
      assertThat(changed.posteriors(dark, CROP, CROP, Averaging.SCORES))
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(stored.posteriors(bright, CROP, CROP, Averaging.SCORES))
          .isNotEqualTo(stored.posteriors(dark, CROP, CROP, Averaging.SCORES));
    }
    NetworkSpec other = network("small conv3-4 | conv3-9 | fc-16 fc-classes");
    assertThatThrownBy(() -> new Predictor(file, Device.cpu(), manifest(other)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("conv2_1/weights has shape [3, 3, 4, 8], not [3, 3, 4, 9]");
  }

  @Test
  void imagesTooSmallForTheNetworkAreAProblemOfTheTestScale() {
    byte[] pixels = new byte[12 * 30 * 3];
    try (Predictor predictor = open(weights(NETWORK, NETWORK))) {
      assertThatThrownBy(() -> predictor.posteriors(pixels, 12, 30, Averaging.SCORES))
          .isInstanceOf(Problem.class)
          .hasMessage(
              "images of 12 x 30 pixels: are too small for network small, trained on crops of 16"
                  + " pixels; use a larger test scale Q");
    }
  }

  @Test
  void imagesTooSmallForAnyLayerAreAProblemOfTheTestScaleToo() {
    NetworkSpec unpadded = network("small conv3-4-valid | conv3-8 | fc-16 fc-classes");
    try (Predictor predictor = open(weights(unpadded, unpadded))) {
      assertThatThrownBy(() -> predictor.posteriors(new byte[3], 1, 1, Averaging.SCORES))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("images of 1 x 1 pixels: are too small for network small, ");
    }
  }

  @Test
  void imagesAsLargeAsPoolingThatRoundsUpNeedsAreScored() {
    byte[] pixels = new byte[13 * 30 * 3];
    try (Predictor predictor = open(weights(NETWORK, NETWORK))) {
      assertThat(predictor.posteriors(pixels, 13, 30, Averaging.SCORES)).hasSize(3);
    }
  }

  private static NetworkSpec network(String notation) {
    return NetworkNotation.parse(notation).withClasses(3);
  }

  private static Predictor open(Path weights) {
    return new Predictor(weights, Device.cpu());
  }

  /** A file that claims to hold one network and holds the tensors of another. */
  private Path weights(NetworkSpec claimed, NetworkSpec held) {
    Path file = folder.resolve("weights.safetensors");
    TensorFileWriter writer = new TensorFileWriter(manifest(claimed).metadata());
    for (Parameter parameter : held.parameters(CROP)) {
      writer.floats(parameter.name(), parameter.shape(), () -> values(parameter));
    }
    writer.writeTo(file);
    return file;
  }

  private static NetworkManifest manifest(NetworkSpec network) {
    List<String> names = network.classes() == 3 ? List.of("cat", "dog", "owl") : List.of();
    return new NetworkManifest(network, CROP, PREPROCESSING, names, Map.of());
  }

  private static InferenceGraph graph() {
    InferenceGraph graph =
        new InferenceGraph(Device.cpu(), new InferenceDefinition(NETWORK, CROP, PREPROCESSING));
    graph.parameters().forEach(parameter -> graph.write(parameter, values(parameter)));
    return graph;
  }

  private static float[] values(Parameter parameter) {
    return new Initialization.He().values(parameter, new Seed(1));
  }

  private static void assertRefused(Path file, String what) {
    assertThatThrownBy(() -> open(file).close())
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(what);
  }
}
