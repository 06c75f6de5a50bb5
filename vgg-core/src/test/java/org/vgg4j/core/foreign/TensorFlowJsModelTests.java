package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class TensorFlowJsModelTests {
  private static final String TENSOR =
      "{'name':'%s','shape':%s,'dtype':'float32'}".replace('\'', '"');

  @TempDir private Path folder;

  @Test
  void aModelThatSomebodyElseTrainedIsRead() throws IOException {
    float[] all = new float[79_680 / Float.BYTES];
    ByteBuffer.wrap(Files.readAllBytes(SharedFolder.path("data/tiny-vgg/group1-shard1of1.bin")))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(all);
    try (TensorFlowJsModel model =
        TensorFlowJsModel.open(SharedFolder.path("data/tiny-vgg/model.json"))) {
      assertThat(model.format()).isEqualTo("TensorFlow.js");
      assertThat(model.tensors())
          .hasSize(10)
          .startsWith(
              new ForeignTensor("conv_1_1/kernel", List.of(3, 3, 3, 10)),
              new ForeignTensor("conv_1_1/bias", List.of(10)))
          .endsWith(
              new ForeignTensor("output/kernel", List.of(1690, 10)),
              new ForeignTensor("output/bias", List.of(10)));
      assertThat(model.floats("conv_1_1/kernel")).isEqualTo(Arrays.copyOf(all, 270));
      assertThat(model.floats("conv_1_1/bias")).isEqualTo(Arrays.copyOfRange(all, 270, 280));
      assertThat(model.floats("output/bias"))
          .isEqualTo(Arrays.copyOfRange(all, all.length - 10, all.length));
    }
  }

  @Test
  void tensorsReachOverTheEndsOfShards() throws IOException {
    shard("a.bin", 1, 2, 3);
    shard("b.bin", 4);
    shard("c.bin", 5, 6);
    Path model = model("['a.bin','b.bin','c.bin']", tensor("w", "[5]"), tensor("b", "[]"));
    try (TensorFlowJsModel read = TensorFlowJsModel.open(model)) {
      assertThat(read.floats("w")).containsExactly(1, 2, 3, 4, 5);
      assertThat(read.floats("b")).containsExactly(6);
    }
  }

  @Test
  void aTensorLargerThanABufferIsWhole() throws IOException {
    float[] values = new float[700_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    shard("a.bin", Arrays.copyOf(values, 300_000));
    shard("b.bin", Arrays.copyOfRange(values, 300_000, values.length));
    try (TensorFlowJsModel read =
        TensorFlowJsModel.open(model("['a.bin','b.bin']", tensor("w", "[700001]")))) {
      assertThat(read.floats("w")).isEqualTo(values);
    }
  }

  @Test
  void groupsHaveShardsOfTheirOwn() throws IOException {
    shard("a.bin", 1);
    shard("b.bin", 2);
    Path model = folder.resolve("model.json");
    Files.writeString(
        model,
        "{\"weightsManifest\":[%s,%s]}"
            .formatted(
                group("['a.bin']", tensor("v", "[1]")), group("['b.bin']", tensor("w", "[1]"))));
    try (TensorFlowJsModel read = TensorFlowJsModel.open(model)) {
      assertThat(read.floats("w")).containsExactly(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | [3] | float32 | need 12 bytes, there are 8",
        "a | [1] | float32 | need 4 bytes, there are 8",
        "a | [-2] | float32 | impossible shape",
        "a | [1e30] | float32 | impossible shape",
        "a | [0.5] | float32 | impossible shape",
        "a | [4294967296, 4294967296] | float32 | impossible shape",
        "a | 2 | float32 | has no shape",
        "a | [2] | int32 | tensor a is int32; only float32 can be read",
        "a | [1], \"quantization\": {} | float32 | tensor a is quantized"
      })
  void aHostileManifestIsRefusedInOneLine(String name, String shape, String type, String message)
      throws IOException {
    shard("a.bin", 1, 2);
    String tensor = "{\"name\":\"%s\",\"shape\":%s,\"dtype\":\"%s\"}".formatted(name, shape, type);
    assertRefused(model("['a.bin']", tensor), message);
  }

  @Test
  void twoTensorsOfOneNameAreRefused() throws IOException {
    shard("a.bin", 1, 2);
    assertRefused(
        model("['a.bin']", tensor("w", "[1]"), tensor("w", "[1]")),
        "two of its tensors are named w");
  }

  @Test
  void aShardCountsOnce() throws IOException {
    shard("a.bin", 1);
    assertRefused(
        model("['a.bin','./a.bin']", tensor("w", "[2]")), "it names the file ./a.bin twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.bin", "/etc/hostname", "x/../../secret.bin"})
  void noFileOutsideOfTheModelsFolderIsRead(String name) throws IOException {
    assertRefused(model("['" + name + "']", tensor("w", "[1]")), "which is not beside it");
  }

  @Test
  void aMissingShardIsToldByItsPath() throws IOException {
    Path model = model("['a.bin']", tensor("w", "[1]"));
    assertThatThrownBy(() -> TensorFlowJsModel.open(model))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(folder.resolve("a.bin") + ": is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it has no weightsManifest",
        "{} | it has no weightsManifest",
        "{\"weightsManifest\":[]} | its weightsManifest names no tensors",
        "{\"weightsManifest\":[ | Unexpected end-of-input",
        "GIF89a | Unrecognized token"
      })
  void whatIsNoModelIsRefused(String text, String message) throws IOException {
    Path model = folder.resolve("model.json");
    Files.writeString(model, text);
    assertRefused(model, message);
  }

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatThrownBy(() -> TensorFlowJsModel.open(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private void assertRefused(Path model, String message) {
    assertThatThrownBy(() -> TensorFlowJsModel.open(model))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(model + ": is not a sound TensorFlow.js file: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static String tensor(String name, String shape) {
    return TENSOR.formatted(name, shape);
  }

  private static String group(String paths, String... tensors) {
    return "{\"paths\":%s,\"weights\":[%s]}"
        .formatted(paths.replace('\'', '"'), String.join(",", tensors));
  }

  private Path model(String paths, String... tensors) throws IOException {
    Path model = folder.resolve("model.json");
    return Files.writeString(model, "{\"weightsManifest\":[%s]}".formatted(group(paths, tensors)));
  }

  private void shard(String name, float... values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(folder.resolve(name), bytes.array());
  }
}
