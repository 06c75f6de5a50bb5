package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.testing.NpyFile;
import org.vgg4j.testing.SharedFolder;

/** Whole protocols, from a weights file to posteriors, against torchvision in float64. */
class GoldenProtocolTests {
  private static final int CLASSES = 10;
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse(
              "D-narrow conv3-4 x2 pool2/2-floor conv3-8 x2 pool2/2-floor conv3-16 x3"
                  + " pool2/2-floor conv3-32 x3 pool2/2-floor conv3-32 x3 pool2/2-floor"
                  + " fc-64 drop0.5 fc-64 drop0.5 fc-classes")
          .withClasses(CLASSES);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "dense|Q=256, 0, dense_softmax_of_mean",
    "dense|Q=288, 1, dense_softmax_of_mean",
    "dense|Q=256|flip, 0, dense_softmax_of_mean_flipavg",
    "dense|Q=288|flip, 1, dense_softmax_of_mean_flipavg",
    "dense|Q=288|average=posteriors, 1, dense_mean_of_softmax",
    "dense|Q=256|flip|average=posteriors, 0, dense_mean_of_softmax_flipavg",
    "dense|Q=288|flip|average=posteriors, 1, dense_mean_of_softmax_flipavg",
    "dense|Q=288|flip|pooling=floor, 1, dense_softmax_of_mean_flipavg"
  })
  void posteriorsAreThoseOfIndependentSoftware(String text, int scale, String golden) {
    double[] expected = NpyFile.golden("torch/vgg16_D/" + golden + ".npy").doubles();
    TestProtocol protocol = TestProtocol.parse(text);
    ImageDataset images = new GoldenImages(protocol.testScales().get(0));
    try (Predictor predictor = new Predictor(weights(), Device.cpu(), protocol)) {
      Posteriors posteriors =
          new Evaluator(predictor, images, Filter.BILINEAR, Device.cpu().threads())
              .evaluate(protocol, Map.of(), done -> {});
      for (int i = 0; i < images.size() * CLASSES; i++) {
        int place = (i / CLASSES * 2 + scale) * CLASSES + i % CLASSES;
        assertThat((double) posteriors.of(i / CLASSES, i % CLASSES))
            .as("posterior %d", i)
            .isCloseTo(expected[place], within(1e-5));
      }
    }
  }

  /** The network rounds down; the maps of a network that rounds up are golden too. */
  @Test
  void poolingOfTheProtocolReplacesThatOfTheNetwork() {
    ImageDataset images = new GoldenImages(288);
    TestProtocol protocol = TestProtocol.parse("dense|Q=288|pooling=ceil");
    try (Predictor predictor = new Predictor(weights(), Device.cpu(), protocol)) {
      Posteriors posteriors =
          new Evaluator(predictor, images, Filter.BILINEAR, 1)
              .evaluate(protocol, Map.of(), EvaluationProgress.none());
      for (int image = 0; image < 2; image++) {
        double[] expected = softmaxOfMean("dense_img%d_q288_scores_ceilpool_f64".formatted(image));
        for (int k = 0; k < CLASSES; k++) {
          assertThat((double) posteriors.of(image, k)).isCloseTo(expected[k], within(1e-5));
        }
      }
    }
  }

  /** Of a score map (10, h, w). */
  private static double[] softmaxOfMean(String name) {
    double[] map = NpyFile.golden("torch/vgg16_D/" + name + ".npy").doubles();
    int positions = map.length / CLASSES;
    double[] exponentials =
        IntStream.range(0, CLASSES)
            .mapToDouble(
                k -> Arrays.stream(map, k * positions, (k + 1) * positions).average().orElseThrow())
            .map(Math::exp)
            .toArray();
    double sum = Arrays.stream(exponentials).sum();
    return Arrays.stream(exponentials).map(value -> value / sum).toArray();
  }

  /** Both files list their tensors first layer first, weights before biases. */
  private Path weights() {
    Path golden = SharedFolder.path("golden/torch/vgg16_D/model.safetensors");
    TensorFile torch = TensorFile.open(golden);
    List<Parameter> parameters = NETWORK.parameters(224);
    assertThat(torch.names()).hasSameSizeAs(parameters);
    TensorFileWriter writer =
        new TensorFileWriter(
            new NetworkManifest(NETWORK, 224, Preprocessing.imageNet()).metadata());
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String name = torch.names().get(i);
      writer.floats(
          parameter.name(), parameter.shape(), () -> channelsLast(parameter, torch.floats(name)));
    }
    writer.writeTo(folder.resolve("weights.safetensors"));
    return folder.resolve("weights.safetensors");
  }

  /** From (out, in, height, width) to (height, width, in, out); biases stay. */
  private static float[] channelsLast(Parameter parameter, float[] source) {
    if (parameter.shape().size() == 1) {
      return source;
    }
    int in = parameter.shape().get(2);
    int out = parameter.shape().get(3);
    int positions = parameter.shape().get(0) * parameter.shape().get(1);
    float[] values = new float[source.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = source[(i % out * in + i / out % in) * positions + i / out / in];
    }
    return values;
  }

  /** Two pictures that have been rescaled to a test scale. */
  private record GoldenImages(int testScale) implements ImageDataset {
    @Override
    public String name() {
      return "golden";
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public List<String> classes() {
      return ImmutableList.copyOf("abcdefghij".split(""));
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public String id(int index) {
      return "torch/dense_input_img%d_q%d_u8.npy".formatted(index, testScale);
    }

    @Override
    public Image image(int index) {
      NpyFile file = NpyFile.golden(id(index));
      return new Image(new ImageSize(file.shape()[0], file.shape()[1]), file.bytes());
    }

    @Override
    public DatasetManifest manifest(IntConsumer progress) {
      return DatasetManifest.of(List.of("golden " + testScale));
    }
  }
}
