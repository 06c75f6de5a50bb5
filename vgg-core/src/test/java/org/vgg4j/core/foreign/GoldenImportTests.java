package org.vgg4j.core.foreign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.graph.InferenceDefinition;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.graph.Rectification;
import org.vgg4j.core.spec.Modification.BatchNorm;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.testing.GoldenCrops;
import org.vgg4j.testing.NpyFile;
import org.vgg4j.testing.SharedFolder;

/** Imported networks give the logits that independent software computed in float64. */
class GoldenImportTests {
  private static final int CROP = 224;
  private static final double TOLERANCE = 1e-4;
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "caffe/VGG_narrow_16_layers_v1.caffemodel, caffe, bgr, vgg16_D, 0",
    "caffe/VGG_narrow_16_layers_new.caffemodel, caffe, bgr, vgg16_D, 0",
    "caffe/VGG_narrow_11_layers_v1_unpacked.caffemodel, caffe, bgr, vgg11_A, 0",
    "keras/vgg16_weights_tf_dim_ordering_tf_kernels.h5, keras, bgr, vgg16_D, 0",
    "keras/vgg16_keras2_style.weights.h5, keras, bgr, vgg16_D, 0",
    "keras/vgg16_rgb_input_keras1_layout.h5, keras, rgb, vgg16_D, 0",
    "torch/vgg11_A/state_dict.pth, torchvision, rgb, vgg11_A, 0",
    "torch/vgg16_D/state_dict.pth, torchvision, rgb, vgg16_D, 0",
    "torch/vgg16_D/state_dict_legacy.pth, torchvision, rgb, vgg16_D, 0",
    "torch/vgg19_E/state_dict.pth, torchvision, rgb, vgg19_E, 1",
    "torch/vgg16_D_bn/state_dict.pth, torchvision, rgb, vgg16_D_bn, 1",
    "torch/vgg16_D_bn/model.safetensors, torchvision, rgb, vgg16_D_bn, 1"
  })
  void theImportedNetworkGivesTheGoldenLogits(
      String file, String layout, String channels, String network, int batch) {
    double[] expected = NpyFile.golden("torch/" + network + "/logits_f64.npy").doubles();
    Path weights = imported(file, settings(network, layout, channels));
    try (InferenceGraph graph = graph(weights)) {
      byte[] pixels = GoldenCrops.pixels(NpyFile.golden("torch/input_batch" + batch + ".npy"));
      float[] scores = graph.scoreMaps(pixels, CROP, CROP).scores();
      assertThat(scores).hasSameSizeAs(expected);
      for (int i = 0; i < scores.length; i++) {
        assertThat((double) scores[i]).as("logit %d", i).isCloseTo(expected[i], within(TOLERANCE));
      }
    }
  }

  @Test
  void theManifestTellsWhereTheWeightsComeFrom() {
    Path weights =
        imported("caffe/VGG_narrow_16_layers_v1.caffemodel", settings("vgg16_D", "caffe", "bgr"));
    NetworkManifest manifest = NetworkManifest.of(TensorFile.open(weights));
    assertThat(manifest.network().classes()).isEqualTo(10);
    assertThat(manifest.source())
        .containsEntry("file", "golden")
        .containsEntry("layout", "oihw,oi,chw")
        .containsEntry("channels", "bgr");
  }

  @Test
  void aFileWithoutItsTopLacksTheFullyConnectedLayers() {
    ImportSettings settings = settings("vgg16_D", "keras", "bgr");
    assertThatThrownBy(
            () -> imported("keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5", settings))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not hold network golden: it lacks layers fc6, fc7, fc8")
        .hasMessageContaining("a file without its top");
  }

  @Test
  void theConvolutionsOfAFileWithoutItsTopGiveTheGoldenMapsOfPool5() {
    double[] expected = NpyFile.golden("keras/vgg16_notop_block5_pool_nhwc_f64.npy").doubles();
    Path weights = topless("keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5");
    try (InferenceGraph graph = graph(weights)) {
      byte[] pixels = GoldenCrops.pixels(NpyFile.golden("torch/input_batch0.npy"));
      float[] maps =
          requireNonNull(
                  graph
                      .probe(List.of("pool5"), Rectification.AFTER)
                      .ofPixels(pixels, CROP, CROP)
                      .get("pool5"))
              .values();
      assertThat(maps).hasSameSizeAs(expected);
      for (int i = 0; i < maps.length; i++) {
        assertThat((double) maps[i]).as("value %d", i).isCloseTo(expected[i], within(TOLERANCE));
      }
    }
    assertThat(NetworkManifest.of(TensorFile.open(weights)).source())
        .containsEntry("randomHead", "he, seed 1");
  }

  @Test
  void aFileWithItsTopIsNotGivenAnother() {
    assertThatThrownBy(() -> topless("keras/vgg16_weights_tf_dim_ordering_tf_kernels.h5"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it has layers fc1, fc2, predictions, which the network lacks");
  }

  private Path topless(String golden) {
    Path place = SharedFolder.path("golden/" + golden);
    Path weights = folder.resolve("weights.safetensors");
    RandomHead head =
        new RandomHead(
            5, "he, seed 1", parameter -> new Initialization.He().values(parameter, new Seed(1)));
    try (ForeignFile file = FileFormat.of(place).open(place)) {
      WeightsImport.of(place, file, settings("vgg16_D", "keras", "bgr"), Optional.of(head))
          .writeTo(weights, Map.of("file", "golden"));
    }
    return weights;
  }

  @ParameterizedTest
  @CsvSource({
    "vgg11_A, 'it has layers conv1_2, conv2_2'",
    "vgg19_E, 'it lacks layers conv3_4, conv4_4, conv5_4'",
    "vgg16_D_bn, 'the network has batch normalisation, the file has none'"
  })
  void aFileOfAnotherConfigurationIsRefused(String network, String message) {
    assertThatThrownBy(
            () ->
                imported(
                    "caffe/VGG_narrow_16_layers_v1.caffemodel", settings(network, "caffe", "bgr")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message);
  }

  private Path imported(String golden, ImportSettings settings) {
    Path place = SharedFolder.path("golden/" + golden);
    Path weights = folder.resolve("weights.safetensors");
    try (ForeignFile file = FileFormat.of(place).open(place)) {
      WeightsImport.of(place, file, settings).writeTo(weights, Map.of("file", "golden"));
    }
    return weights;
  }

  private static ImportSettings settings(String name, String layout, String channels) {
    return new ImportSettings(
        network(name),
        CROP,
        Convention.parse(layout).layout(),
        new Convention.Input(ChannelOrder.named(channels), Preprocessing.imageNet()),
        List.of(),
        Map.of());
  }

  private static InferenceGraph graph(Path weights) {
    TensorFile file = TensorFile.open(weights);
    NetworkManifest manifest = NetworkManifest.of(file);
    InferenceGraph graph =
        new InferenceGraph(
            Device.cpu(),
            new InferenceDefinition(manifest.network(), manifest.crop(), manifest.preprocessing()));
    graph.parameters().forEach(p -> graph.write(p, file.floats(p.name())));
    return graph;
  }

  /** The shipped networks at a sixteenth of the width, with 64 hidden units. */
  private static NetworkSpec network(String golden) {
    String convolutions =
        switch (golden) {
          case "vgg11_A" -> "conv3-4 | conv3-8 | conv3-16 x2 | conv3-32 x2 | conv3-32 x2";
          case "vgg19_E" -> "conv3-4 x2 | conv3-8 x2 | conv3-16 x4 | conv3-32 x4 | conv3-32 x4";
          default -> "conv3-4 x2 | conv3-8 x2 | conv3-16 x3 | conv3-32 x3 | conv3-32 x3";
        };
    NetworkSpec plain =
        NetworkNotation.parse(
            "golden " + convolutions + " | fc-64 drop0.5 fc-64 drop0.5 fc-classes");
    return golden.endsWith("_bn")
        ? new NetworkSpec("golden", new BatchNorm().applyTo(plain.layers()))
        : plain;
  }
}
