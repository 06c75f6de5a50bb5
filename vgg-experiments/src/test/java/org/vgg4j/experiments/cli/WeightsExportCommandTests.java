package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.KernelAxes;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.core.weights.TensorFileWriter;

/** {@code vgg weights export}, {@code check} and {@code activations}, from outside. */
class WeightsExportCommandTests {
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse("tiny conv3-4 | conv3-5 | fc-6 drop0.5 fc-classes").withClasses(3);
  private static final int CROP = 16;

  @TempDir private Path folder;
  private final Terminal terminal = new Terminal();

  @BeforeEach
  void writeWeights() {
    write("weights.safetensors", false);
  }

  private void write(String name, boolean blueFirst) {
    NetworkManifest manifest = new NetworkManifest(NETWORK, CROP, Preprocessing.imageNet());
    TensorFileWriter writer = new TensorFileWriter(manifest.metadata());
    for (Parameter parameter : NETWORK.parameters(CROP)) {
      float[] values = new Initialization.He().values(parameter, new Seed(1));
      boolean turned = blueFirst && parameter.name().equals("conv1_1/weights");
      writer.floats(
          parameter.name(),
          parameter.shape(),
          () -> turned ? KernelAxes.inputsReversed(parameter.shape(), values) : values);
    }
    writer.writeTo(folder.resolve(name));
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private int export(String format, String... more) {
    Stream<String> start =
        Stream.of("weights", "export", place("weights.safetensors"), "--format", format);
    Stream<String> end = Stream.of("--out", place("exported"));
    return terminal.vgg(
        Stream.of(start, Stream.of(more), end).flatMap(part -> part).toArray(String[]::new));
  }

  private int activations(String... more) {
    Stream<String> start =
        Stream.of(
            "weights",
            "activations",
            place("weights.safetensors"),
            "--out",
            place("fixture.safetensors"));
    return terminal.vgg(Stream.concat(start, Stream.of(more)).toArray(String[]::new));
  }

  private int check(String weights) {
    return terminal.vgg("weights", "check", place(weights), place("fixture.safetensors"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"safetensors-torch", "safetensors-keras", "savedmodel", "onnx"})
  void everyFormatIsWrittenAndToldWhere(String format) {
    assertThat(export(format)).as(terminal.err()).isZero();
    assertThat(terminal.out()).isEqualToNormalizingNewlines("wrote " + place("exported") + "\n");
    assertThat(folder.resolve("exported")).exists();
  }

  @Test
  void blueFirstTurnsTheFirstLayerAround() {
    assertThat(export("safetensors-keras", "--channels", "bgr")).isZero();
    write("turned.safetensors", true);
    assertThat(TensorFile.open(folder.resolve("exported")).floats("block1_conv1/kernel"))
        .isEqualTo(TensorFile.open(folder.resolve("turned.safetensors")).floats("conv1_1/weights"));
  }

  @Test
  void aFormatThatDoesNotExistEndsInExitCode2() {
    assertThat(export("caffe2")).isEqualTo(2);
    assertThat(terminal.err()).startsWith("vgg: format caffe2: is not known");
  }

  @Test
  void whatAFormatCanNotDoEndsInExitCode2() {
    assertThat(export("savedmodel", "--preprocessing", "outside")).isEqualTo(2);
    assertThat(terminal.err()).contains("format savedmodel: subtracts the mean itself");
    assertThat(export("safetensors-torch", "--average", "posteriors")).isEqualTo(2);
  }

  @Test
  void aFolderThatExistsEndsInExitCode3() throws IOException {
    Files.createDirectory(folder.resolve("exported"));
    assertThat(export("savedmodel")).isEqualTo(3);
    assertThat(terminal.err()).contains("exported: exists already");
  }

  @Test
  void weightsThatSayNoNetworkEndInExitCode3() {
    new TensorFileWriter(Map.of())
        .floats("x", List.of(1), () -> new float[1])
        .writeTo(folder.resolve("weights.safetensors"));
    assertThat(export("onnx")).isEqualTo(3);
    assertThat(terminal.err()).contains("its metadata lack network");
    assertThat(folder.resolve("exported")).doesNotExist();
  }

  @Test
  void aNetworkAgreesWithItsOwnActivations() {
    assertThat(activations()).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("wrote " + place("fixture.safetensors"));
    assertThat(check("weights.safetensors")).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("| conv1_1 |", "| drop3", "| fc4", "all layers agree");
  }

  @Test
  void theFirstLayerThatDiffersIsToldWithItsLikelyCauseAndEndsInExitCode1() {
    assertThat(activations("--layers", "conv2_1,fc4", "--images", "1")).isZero();
    write("turned.safetensors", true);
    assertThat(check("turned.safetensors")).isEqualTo(1);
    assertThat(terminal.out())
        .contains("the first layer that differs is conv2_1, most at (image, row, column, channel)")
        .contains("likely cause: the first layer's weights take blue first");
  }

  @Test
  void moreImagesThanThereAreEndInExitCode2() {
    assertThat(activations("--images", "0")).isEqualTo(2);
    assertThat(terminal.err()).contains("--images 0: is not between 1 and");
  }

  @Test
  void aLayerThatDoesNotExistEndsInExitCode2() {
    assertThat(activations("--layers", "fc9")).isEqualTo(2);
    assertThat(terminal.err()).contains("layer fc9: network tiny has no such layer");
  }

  @Test
  void aFixtureThatIsMissingEndsInExitCode3() {
    assertThat(check("weights.safetensors")).isEqualTo(3);
    assertThat(terminal.err()).contains("fixture.safetensors: can't be read (no such file)");
  }

  @Test
  void aToleranceBelowZeroEndsInExitCode2() {
    assertThat(activations()).isZero();
    assertThat(
            terminal.vgg(
                "weights",
                "check",
                place("weights.safetensors"),
                place("fixture.safetensors"),
                "--tolerance",
                "-1"))
        .isEqualTo(2);
  }
}
