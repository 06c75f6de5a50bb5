package org.vgg4j.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.foreign.ChannelOrder;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.core.graph.InferenceGraph;
import org.vgg4j.core.graph.ScoreMaps;
import org.vgg4j.core.graph.TorchNetwork;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.spec.Rounding;
import org.vgg4j.core.spec.Width;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/** ONNX Runtime, which knows nothing of us, computes our scores from our files. */
class OnnxExportTests {
  private static final double TOLERANCE = 1e-4;
  private static final int CROP = 64;
  private static final int CLASSES = 7;
  private static final Preprocessing PER_CHANNEL =
      new Preprocessing(List.of(123.675, 116.28, 103.53), List.of(0.0171, 0.0175, 0.0174));

  @TempDir private Path folder;

  private Path export(TensorFile ours, ExportOptions options) {
    Path file = folder.resolve("network.onnx");
    new WeightsExport(ours).write(options, file);
    return file;
  }

  private TensorFile random(NetworkSpec network) {
    return ExportedNetworks.random(
        new NetworkManifest(network.withClasses(CLASSES), CROP, PER_CHANNEL),
        folder.resolve("ours.safetensors"));
  }

  private static ExportOptions options(Averaging averaging, PixelPreprocessing preprocessing) {
    return new ExportOptions(ExportFormat.ONNX, ChannelOrder.RGB, averaging, preprocessing);
  }

  @ParameterizedTest
  @EnumSource
  void torchvisionsNetworksGiveTheGoldenLogits(TorchNetwork network) throws OrtException {
    TensorFile ours = network.save(folder.resolve("ours.safetensors"), Rounding.CEIL);
    Path file = export(ours, options(Averaging.SCORES, PixelPreprocessing.OUTSIDE));
    try (OnnxNetwork onnx = new OnnxNetwork(file)) {
      int crop = TorchNetwork.CROP;
      float[] scores = onnx.run("scores", network.inputs().floats(), crop, crop);
      assertClose(scores, network.golden("logits_f64.npy").doubles());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"D", "A-LRN", "D-BN", "C", "D + floor-pooling"})
  void imagesOfAnySizeGiveOurScoresAndPosteriors(String network) throws OrtException {
    NetworkSpec narrow = NetworkNotation.parse("mine " + network + " + width 1/16");
    assertSameScores(random(narrow), 64, 64);
    assertSameScores(random(narrow), 77, 101);
    assertSameScores(random(narrow), 130, 67);
  }

  @Test
  void stridesEvenKernelsOtherWindowsAndHeadsOfTheNotationAreExportedToo() throws OrtException {
    NetworkSpec odd =
        NetworkNotation.parse(
            "odd conv11/4-6 pool3/2 conv4-8 lrn(size=3,k=1,alpha=0.5,beta=0.6) conv2-8-valid"
                + " conv1-8 bn(epsilon=0.01) pool3/2-floor fc-9 bn fc-classes");
    assertSameScores(random(odd), 64, 64);
    assertSameScores(random(odd), 91, 78);
  }

  @Test
  void theNetworksWithOtherLayersThatWeShipAreExported() throws OrtException {
    NetworkSpec alexNet = NetworkCatalogue.shipped().network("AlexNet");
    assertSameScores(random(alexNet.scaledBy(Width.parse("1/16"))), 75, 83);
  }

  @ParameterizedTest
  @CsvSource({"64,64", "77,101"})
  void theOtherAverageIsTheMeanOfThePosteriors(int height, int width) throws OrtException {
    TensorFile ours = random(NetworkNotation.parse("mine A + width 1/16"));
    byte[] pixels = ExportedNetworks.noise(2, height, width);
    Path file = export(ours, options(Averaging.POSTERIORS, PixelPreprocessing.INSIDE));
    try (InferenceGraph graph = ExportedNetworks.open(ours);
        OnnxNetwork onnx = new OnnxNetwork(file)) {
      float[] images = ExportedNetworks.channelsFirst(pixels, height, width);
      assertClose(
          onnx.run("posteriors", images, height, width),
          graph.posteriors(pixels, height, width, Averaging.POSTERIORS));
    }
  }

  @Test
  void blueFirstTakesImagesWithRedAndBlueExchanged() throws OrtException {
    TensorFile ours = random(NetworkNotation.parse("mine A + width 1/16"));
    float[] images = ExportedNetworks.channelsFirst(ExportedNetworks.noise(2, 64, 64), 64, 64);
    float[] expected;
    try (OnnxNetwork redFirst =
        new OnnxNetwork(export(ours, new ExportOptions(ExportFormat.ONNX)))) {
      expected = redFirst.run("scores", images, 64, 64);
    }
    ExportOptions options =
        new ExportOptions(
            ExportFormat.ONNX, ChannelOrder.BGR, Averaging.SCORES, PixelPreprocessing.INSIDE);
    try (OnnxNetwork blueFirst = new OnnxNetwork(export(ours, options))) {
      float[] exchanged = ExportedNetworks.blueFirst(images, 64, 64);
      assertClose(blueFirst.run("scores", exchanged, 64, 64), expected);
    }
  }

  @Test
  void theModelSaysHowToUseIt() throws OrtException {
    TensorFile ours = random(NetworkNotation.parse("mine A + width 1/16"));
    Path file = export(ours, options(Averaging.SCORES, PixelPreprocessing.OUTSIDE));
    try (OnnxNetwork onnx = new OnnxNetwork(file)) {
      assertThat(onnx.metadata())
          .containsEntry("preprocessing", "outside")
          .containsEntry("channels", "rgb")
          .containsEntry("mean", "123.675 116.28 103.53")
          .containsEntry("scale", "0.0171 0.0175 0.0174")
          .containsEntry("crop", "64");
    }
  }

  private void assertSameScores(TensorFile ours, int height, int width) throws OrtException {
    byte[] pixels = ExportedNetworks.noise(2, height, width);
    float[] images = ExportedNetworks.channelsFirst(pixels, height, width);
    Path file = export(ours, new ExportOptions(ExportFormat.ONNX));
    try (InferenceGraph graph = ExportedNetworks.open(ours);
        OnnxNetwork onnx = new OnnxNetwork(file)) {
      ScoreMaps maps = graph.scoreMaps(pixels, height, width);
      int positions = maps.height() * maps.width();
      assertClose(
          onnx.run("scores", images, height, width),
          ExportedNetworks.averaged(maps.scores(), positions, CLASSES));
      assertClose(
          onnx.run("posteriors", images, height, width),
          graph.posteriors(pixels, height, width, Averaging.SCORES));
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    double[] doubles = new double[expected.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = expected[i];
    }
    assertClose(actual, doubles);
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(TOLERANCE));
    }
  }
}
