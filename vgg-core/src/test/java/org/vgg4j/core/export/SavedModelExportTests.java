package org.vgg4j.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.SavedModel;
import org.vgg4j.core.graph.ScoreMaps;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/** The folder for serving, loaded as any client loads it. */
class SavedModelExportTests {
  private static final int CROP = 32;

  /** Another mean and another scale for each channel. */
  private static final Preprocessing TORCHVISION =
      new Preprocessing(List.of(123.675, 116.28, 103.53), List.of(0.0171, 0.0175, 0.0174));

  private static final List<String> NAMES = List.of("cat", "dog", "tench, Tinca tinca");

  @TempDir private Path folder;

  private TensorFile ours() {
    NetworkSpec network = NetworkNotation.parse("mine D-BN + width 1/16").withClasses(3);
    return ExportedNetworks.random(
        new NetworkManifest(network, CROP, TORCHVISION, NAMES, Map.of()),
        folder.resolve("ours.safetensors"));
  }

  private static ExportOptions options(Averaging averaging) {
    return new ExportOptions(
        ExportFormat.SAVEDMODEL, ChannelOrder.RGB, averaging, PixelPreprocessing.INSIDE);
  }

  @ParameterizedTest
  @CsvSource({"SCORES,32,32", "SCORES,70,101", "POSTERIORS,70,101"})
  void givesTheSamePosteriorsAndScoresOfImagesOfAnySize(
      Averaging averaging, int height, int width) {
    TensorFile ours = ours();
    Path place = folder.resolve("served");
    new WeightsExport(ours).write(options(averaging), place);
    byte[] pixels = ExportedNetworks.noise(2, height, width);
    try (InferenceGraph graph = ExportedNetworks.open(ours)) {
      ScoreMaps maps = graph.scoreMaps(pixels, height, width);
      int positions = maps.height() * maps.width();
      Served served = Served.by(place, pixels, height, width);
      assertClose(served.scores, ExportedNetworks.averaged(maps.scores(), positions, NAMES.size()));
      assertClose(served.posteriors, graph.posteriors(pixels, height, width, averaging));
    }
  }

  @Test
  void blueFirstTakesPixelsWithRedAndBlueExchanged() {
    TensorFile ours = ours();
    Path place = folder.resolve("served");
    new WeightsExport(ours)
        .write(
            new ExportOptions(
                ExportFormat.SAVEDMODEL,
                ChannelOrder.BGR,
                Averaging.SCORES,
                PixelPreprocessing.INSIDE),
            place);
    byte[] pixels = ExportedNetworks.noise(1, CROP, CROP);
    byte[] exchanged = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      exchanged[i / 3 * 3 + 2 - i % 3] = pixels[i];
    }
    try (InferenceGraph graph = ExportedNetworks.open(ours)) {
      assertClose(
          Served.by(place, exchanged, CROP, CROP).posteriors,
          graph.posteriors(pixels, CROP, CROP, Averaging.SCORES));
    }
  }

  @Test
  void bringsTheNamesOfTheClasses() throws IOException {
    Path place = folder.resolve("served");
    new WeightsExport(ours()).write(options(Averaging.SCORES), place);
    assertThat(Files.readAllLines(place.resolve("assets.extra/labels.txt"))).isEqualTo(NAMES);
  }

  @Test
  void aFolderThatExistsIsLeftAlone() throws IOException {
    Path place = Files.createDirectory(folder.resolve("served"));
    assertThatThrownBy(() -> new WeightsExport(ours()).write(options(Averaging.SCORES), place))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("served: exists already; name a new folder or remove it");
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void whatFailsLeavesNothingBehind() throws IOException {
    TensorFile ours = ours();
    WeightsExport export = new WeightsExport(ours);
    Files.delete(ours.path());
    Path place = folder.resolve("served");
    assertThatThrownBy(() -> export.write(options(Averaging.SCORES), place))
        .isInstanceOf(Problem.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatTensorFlowCanNotWriteIsAFailureOfTheDisk() throws IOException {
    Path place = Files.createDirectory(folder.resolve("served"));
    Files.writeString(place.resolve("variables"), "a file where a folder is due");
    try (InferenceGraph graph = ExportedNetworks.open(ours())) {
      assertThatThrownBy(() -> SavedModel.write(graph, Averaging.SCORES, place))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void theMeanCanNotBeLeftToTheCaller() {
    assertThatThrownBy(
            () ->
                new ExportOptions(
                    ExportFormat.SAVEDMODEL,
                    ChannelOrder.RGB,
                    Averaging.SCORES,
                    PixelPreprocessing.OUTSIDE))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("format savedmodel: subtracts the mean itself");
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], within(1e-5f));
    }
  }

  /** What a client is given. */
  private static final class Served {
    final float[] scores;
    final float[] posteriors;

    private Served(Result result) {
      this.scores = floats((TFloat32) result.get("scores").orElseThrow());
      this.posteriors = floats((TFloat32) result.get("posteriors").orElseThrow());
    }

    static Served by(Path place, byte[] pixels, int height, int width) {
      Shape shape = Shape.of(pixels.length / 3 / height / width, height, width, 3);
      try (SavedModelBundle bundle = SavedModelBundle.load(place.toString());
          TUint8 images = TUint8.tensorOf(shape, DataBuffers.of(pixels, true, false));
          Result result = bundle.function("serving_default").call(Map.of("images", images))) {
        return new Served(result);
      }
    }

    private static float[] floats(TFloat32 tensor) {
      float[] values = new float[Math.toIntExact(tensor.size())];
      tensor.asRawTensor().data().asFloats().read(values);
      return values;
    }
  }
}
