package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;

/** Files that others may hand us, and what an import says of them. */
class WeightsImportTests {
  private static final int CROP = 8;
  private static final Path PLACE = Path.of("their.file");
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse("mine conv3-4 x2 | conv3-6 | fc-5 fc-classes");

  @TempDir private Path folder;

  /** Six channels of 2 x 2 in front of the first fully-connected layer. */
  private static MemoryFile torch() {
    return new MemoryFile()
        .with("features.0.weight", 4, 3, 3, 3)
        .with("features.0.bias", 4)
        .with("features.2.weight", 4, 4, 3, 3)
        .with("features.2.bias", 4)
        .with("features.5.weight", 6, 4, 3, 3)
        .with("features.5.bias", 6)
        .with("classifier.0.weight", 5, 24)
        .with("classifier.0.bias", 5)
        .with("classifier.2.weight", 7, 5)
        .with("classifier.2.bias", 7);
  }

  private static ImportSettings settings(NetworkSpec network, String layout) {
    return new ImportSettings(
        network,
        CROP,
        Convention.parse(layout).layout(),
        new Convention.Input(ChannelOrder.RGB, Preprocessing.imageNet()),
        List.of(),
        Map.of());
  }

  private static ImportSettings with(List<String> classNames, Map<String, String> names) {
    ImportSettings plain = settings(NETWORK, "pytorch");
    return new ImportSettings(
        plain.network(), CROP, plain.layout(), plain.input(), classNames, names);
  }

  private TensorFile imported(ForeignFile file, ImportSettings settings) {
    Path weights = folder.resolve("weights.safetensors");
    WeightsImport.of(PLACE, file, settings).writeTo(weights, Map.of());
    return TensorFile.open(weights);
  }

  private static void assertRefused(ForeignFile file, ImportSettings settings, String... parts) {
    assertThatThrownBy(() -> WeightsImport.of(PLACE, file, settings))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("their.file: does not hold network mine: ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void theNumberOfClassesIsTheFiles() {
    TensorFile file = imported(torch(), settings(NETWORK, "pytorch"));
    NetworkManifest manifest = NetworkManifest.of(file);
    assertThat(manifest.network()).isEqualTo(NETWORK.withClasses(7));
    assertThat(file.names())
        .containsExactlyElementsOf(NETWORK.parameters(CROP).stream().map(Parameter::name).toList());
  }

  @Test
  void layersOfAnyNamesAreTakenInTheirOrder() {
    MemoryFile other =
        new MemoryFile()
            .with("first/kernel:0", 3, 3, 3, 4)
            .with("first/bias:0", 4)
            .with("second/kernel:0", 3, 3, 4, 4)
            .with("second/bias:0", 4)
            .with("another/kernel:0", 3, 3, 4, 6)
            .with("another/bias:0", 6)
            .with("dense/kernel:0", 24, 5)
            .with("dense/bias:0", 5)
            .with("scores/kernel:0", 5, 7)
            .with("scores/bias:0", 7)
            .with("optimizer/iterations:0", 1);
    TensorFile file = imported(other, settings(NETWORK, "tensorflow"));
    assertThat(file.floats("conv2_1/weights")).isEqualTo(other.floats("another/kernel:0"));
    assertThat(WeightsImport.of(PLACE, other, settings(NETWORK, "tensorflow")).unused())
        .containsExactly("optimizer/iterations:0");
  }

  /** All kernels have one shape, so that no comparison of shapes would find it out. */
  @Test
  void numbersCountAsNumbersInAFileThatItsWriterHasSorted() {
    NetworkSpec equal = NetworkNotation.parse("mine conv3-3 x3 | fc-classes");
    MemoryFile sorted =
        new MemoryFile()
            .with("0.bias", 3)
            .with("0.weight", 3, 3, 3, 3)
            .with("10.bias", 3)
            .with("10.weight", 3, 3, 3, 3)
            .with("12.bias", 7)
            .with("12.weight", 7, 48)
            .with("2.bias", 3)
            .with("2.weight", 3, 3, 3, 3);
    TensorFile file = imported(sorted, settings(equal, "pytorch"));
    assertThat(file.floats("conv1_2/biases")).isEqualTo(sorted.floats("2.bias"));
    assertThat(file.floats("conv1_3/biases")).isEqualTo(sorted.floats("10.bias"));
  }

  @Test
  void aShallowerNetworkIsNoFileWithoutItsTop() {
    NetworkSpec deeper = NetworkNotation.parse("mine conv3-4 x2 | conv3-6 x2 | fc-5 fc-classes");
    assertThatThrownBy(() -> WeightsImport.of(PLACE, torch(), settings(deeper, "pytorch")))
        .hasMessageContaining("it has 5 layers with parameters, the network 6; ")
        .hasMessageNotContaining("top");
  }

  @Test
  void fullyConnectedLayersMayBeStoredAsConvolutions() {
    MemoryFile timm =
        torch()
            .without("classifier.0.weight")
            .without("classifier.0.bias")
            .without("classifier.2.weight")
            .without("classifier.2.bias")
            .with("pre_logits.fc1.weight", 5, 6, 2, 2)
            .with("pre_logits.fc1.bias", 5)
            .with("head.fc.weight", 7, 5)
            .with("head.fc.bias", 7);
    assertThat(imported(timm, settings(NETWORK, "pytorch")).shape("fc3/weights"))
        .containsExactly(2, 2, 6, 5);
  }

  @Test
  void normalizationComesAlong() {
    NetworkSpec normalized = NetworkNotation.parse("mine conv3-4 bn | fc-classes");
    MemoryFile file =
        new MemoryFile()
            .with("features.0.weight", 4, 3, 3, 3)
            .with("features.0.bias", 4)
            .with("features.1.weight", 4)
            .with("features.1.bias", 4)
            .with("features.1.running_mean", 4)
            .with("features.1.running_var", 4)
            .with("features.1.num_batches_tracked")
            .with("classifier.weight", 2, 64)
            .with("classifier.bias", 2);
    TensorFile weights = imported(file, settings(normalized, "pytorch"));
    assertThat(weights.floats("conv1_1/scale")).isEqualTo(file.floats("features.1.weight"));
    assertThat(weights.floats("conv1_1/shift")).isEqualTo(file.floats("features.1.bias"));
    assertThat(weights.floats("conv1_1/mean")).isEqualTo(file.floats("features.1.running_mean"));
    assertThat(weights.floats("conv1_1/variance")).isEqualTo(file.floats("features.1.running_var"));
    assertThat(WeightsImport.of(PLACE, file, settings(normalized, "pytorch")).unused()).isEmpty();
    assertRefused(
        file,
        settings(NetworkNotation.parse("mine conv3-4 | fc-classes"), "pytorch"),
        "the file has batch normalisation, the network has none");
  }

  @Test
  void theFirstTensorThatDoesNotFitIsNamedWithBothShapesAndTheCause() {
    assertRefused(
        torch().with("features.2.weight", 8, 4, 3, 3),
        settings(NETWORK, "pytorch"),
        "features.2.weight has shape [8, 4, 3, 3] where conv1_2/weights needs [4, 4, 3, 3]",
        "(another configuration or width)");
    assertRefused(
        torch(),
        settings(NETWORK, "tensorflow"),
        "features.0.weight has shape [4, 3, 3, 3] where conv1_1/weights needs [3, 3, 3, 4]",
        "another order of axes than hwio,io,hwc");
    assertRefused(
        torch().with("classifier.0.weight", 5, 54),
        settings(NETWORK, "pytorch"),
        "classifier.0.weight has shape [5, 54] where fc3/weights needs [5, 24]",
        "a feature map of another size or depth");
  }

  @Test
  void aListOfClassesOfAnotherLengthIsTold() {
    ImportSettings two = with(List.of("a", "b"), Map.of());
    assertThatThrownBy(() -> WeightsImport.of(PLACE, torch(), two))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "the list of classes: has 2 names, and the last layer of the file 7 outputs;"
                + " give the list that belongs to the file (--classes)");
  }

  @Test
  void aFileThatHoldsAShippedNetworkIsTold() {
    MemoryFile a = new MemoryFile();
    int[][] convolutions = {
      {3, 64}, {64, 128}, {128, 256}, {256, 256}, {256, 512}, {512, 512}, {512, 512}, {512, 512}
    };
    for (int i = 0; i < convolutions.length; i++) {
      a.with("features." + i + ".weight", convolutions[i][1], convolutions[i][0], 3, 3)
          .with("features." + i + ".bias", convolutions[i][1]);
    }
    a.with("classifier.0.weight", 4096, 25088)
        .with("classifier.0.bias", 4096)
        .with("classifier.3.weight", 4096, 4096)
        .with("classifier.3.bias", 4096)
        .with("classifier.6.weight", 100, 4096)
        .with("classifier.6.bias", 100);
    ImportSettings settings =
        new ImportSettings(
            NETWORK,
            224,
            Convention.parse("pytorch").layout(),
            settings(NETWORK, "pytorch").input(),
            List.of(),
            Map.of());
    assertRefused(
        a, settings, "it has 11 layers with parameters", "the layers and shapes of A with 100");
  }

  @Test
  void aMapOfNamesDecidesWhereNamesSayNothing() throws IOException {
    MemoryFile nameless = new MemoryFile();
    StringBuilder map = new StringBuilder();
    List<ForeignTensor> tensors = torch().tensors();
    List<Parameter> parameters = NETWORK.parameters(CROP);
    for (int i = 0; i < tensors.size(); i++) {
      nameless.with("arr_" + i, tensors.get(i).shape().toArray(Integer[]::new));
      map.append(parameters.get(i).name()).append(": arr_").append(i).append('\n');
    }
    Map<String, String> names = read(map.toString());
    assertThat(imported(nameless, with(List.of(), names)).floats("fc4/biases"))
        .isEqualTo(nameless.floats("arr_9"));
    assertRefused(nameless, settings(NETWORK, "pytorch"), "it has 0 layers with parameters");
    assertRefused(
        nameless.without("arr_3"),
        with(List.of(), names),
        "it has no tensor arr_3",
        "conv1_2/biases");
    assertRefused(
        nameless,
        with(List.of(), read("conv1_1/weights: arr_0\n")),
        "the map names no tensor for conv1_1/biases");
  }

  @Test
  void aMapThatNamesNoParameterIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> read("conv1_1/weight: a\n"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("network mine has no parameter conv1_1/weight;")
        .hasMessageContaining("did you mean conv1_1/weights?");
    assertThatThrownBy(() -> read("- a\n")).isInstanceOf(Problem.class);
  }

  @Test
  void twoTensorsForOnePlaceAreRefused() {
    assertThatThrownBy(
            () ->
                WeightsImport.of(
                    PLACE,
                    torch().with("features.0.kernel", 4, 3, 3, 3),
                    settings(NETWORK, "pytorch")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("features.0.kernel: and features.0.weight both look like");
  }

  private Map<String, String> read(String map) throws IOException {
    return NamesFile.read(Files.writeString(folder.resolve("map.yaml"), map), NETWORK, CROP);
  }
}
