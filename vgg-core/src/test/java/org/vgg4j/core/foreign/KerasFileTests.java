package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Floats;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
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

class KerasFileTests {
  private static final String KERAS1 = "vgg16_weights_tf_dim_ordering_tf_kernels.h5";
  private static final String KERAS2 = "vgg16_keras2_style.weights.h5";

  /** The sides and channels of the golden network's last feature map. */
  private static final List<Integer> LAST_MAP = List.of(7, 7, 32);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    KERAS1 + ", 32",
    KERAS2 + ", 32",
    "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5, 26",
    "vgg16_rgb_input_keras1_layout.h5, 32"
  })
  void valuesEqualTorchsToTheBit(String name, int tensors) {
    TorchValues torch = TorchValues.golden("vgg16_D");
    try (KerasFile keras = golden(name)) {
      assertThat(keras.tensors()).hasSize(tensors);
      for (int i = 0; i < tensors; i++) {
        String torchName = torch.names().get(i);
        assertThat(asTorch(keras, keras.tensors().get(i)))
            .as(keras.tensors().get(i).name())
            .isEqualTo(
                name.contains("rgb") ? torch.unreversed(torchName) : torch.floats(torchName));
      }
    }
  }

  private static float[] asTorch(KerasFile file, ForeignTensor tensor) {
    float[] values = file.floats(tensor.name());
    List<Integer> shape = tensor.shape();
    if (shape.size() == 1) {
      return values;
    }
    if (tensor.name().startsWith("fc1/")) {
      List<Integer> split =
          List.of(LAST_MAP.get(0), LAST_MAP.get(1), LAST_MAP.get(2), shape.get(1));
      return Axes.turned(values, split, 3, 2, 0, 1);
    }
    return shape.size() == 2
        ? Axes.turned(values, shape, 1, 0)
        : Axes.turned(values, shape, 3, 2, 0, 1);
  }

  @Test
  void tensorsAreNamedByTheirPathInTheNetworksOrder() {
    try (KerasFile keras = golden(KERAS1)) {
      assertThat(keras.format()).isEqualTo("Keras");
      assertThat(keras.tensors())
          .startsWith(
              new ForeignTensor("block1_conv1/block1_conv1_W_1:0", List.of(3, 3, 3, 4)),
              new ForeignTensor("block1_conv1/block1_conv1_b_1:0", List.of(4)))
          .endsWith(
              new ForeignTensor("predictions/predictions_W_1:0", List.of(64, 10)),
              new ForeignTensor("predictions/predictions_b_1:0", List.of(10)));
    }
  }

  @Test
  void tensorsOfKeras2AreNamedByTheirPath() {
    try (KerasFile keras = golden(KERAS2)) {
      assertThat(keras.tensors())
          .startsWith(
              new ForeignTensor("block1_conv1/block1_conv1/kernel:0", List.of(3, 3, 3, 4)),
              new ForeignTensor("block1_conv1/block1_conv1/bias:0", List.of(4)));
    }
  }

  @Test
  void theWeightsInAFileOfAWholeModelAreFound() {
    Path path = folder.resolve("model.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup weights = file.putGroup("model_weights");
      weights.putAttribute("layer_names", new String[] {"second", "first"});
      for (String layer : List.of("first", "second")) {
        WritableGroup group = weights.putGroup(layer);
        group.putAttribute("weight_names", new String[] {"kernel:0"});
        group.putDataset("kernel:0", new float[][] {{1, 2}, {3, 4}});
      }
      file.putGroup("optimizer_weights").putDataset("momentum", new float[] {9});
    }
    try (KerasFile keras = KerasFile.open(path)) {
      assertThat(keras.tensors())
          .containsExactly(
              new ForeignTensor("second/kernel:0", List.of(2, 2)),
              new ForeignTensor("first/kernel:0", List.of(2, 2)));
      assertThat(keras.floats("first/kernel:0")).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aLongListOfLayersIsReadInItsParts() {
    Path path = folder.resolve("parts.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putAttribute("layer_names0", new String[] {"b"});
      file.putAttribute("layer_names1", new String[] {"a"});
      for (String layer : List.of("a", "b")) {
        WritableGroup group = file.putGroup(layer);
        group.putAttribute("weight_names", new String[] {"bias:0"});
        group.putDataset("bias:0", new double[] {0.1});
      }
    }
    try (KerasFile keras = KerasFile.open(path)) {
      assertThat(keras.tensors())
          .extracting(ForeignTensor::name)
          .containsExactly("b/bias:0", "a/bias:0");
      assertThat(keras.floats("a/bias:0")).containsExactly(0.1f);
    }
  }

  @Test
  void layersOfKeras3ComeInTheOrderOfTheirNumbersWithoutTheOptimizer() {
    Path path = folder.resolve("keras3.weights.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup layers = file.putGroup("layers");
      for (String layer : List.of("conv2d", "conv2d_1", "conv2d_10", "conv2d_2", "dropout")) {
        WritableGroup variables = layers.putGroup(layer).putGroup("vars");
        if (layer.startsWith("conv")) {
          variables.putDataset("0", new float[][] {{1, 2, 3}});
          variables.putDataset("1", new float[] {layer.length()});
        }
      }
      file.putGroup("optimizer").putGroup("vars").putDataset("0", new long[] {12});
    }
    try (KerasFile keras = KerasFile.open(path)) {
      assertThat(keras.tensors())
          .extracting(ForeignTensor::name)
          .containsExactly(
              "layers/conv2d/vars/0",
              "layers/conv2d/vars/1",
              "layers/conv2d_1/vars/0",
              "layers/conv2d_1/vars/1",
              "layers/conv2d_2/vars/0",
              "layers/conv2d_2/vars/1",
              "layers/conv2d_10/vars/0",
              "layers/conv2d_10/vars/1");
      assertThat(keras.floats("layers/conv2d_10/vars/1")).containsExactly(9);
    }
  }

  @Test
  void compressedWeightsAreRead() {
    Path path = folder.resolve("compressed.weights.h5");
    float[][] kernel = new float[100][30];
    kernel[99][29] = -1.5f;
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putGroup("vars")
          .putDataset(
              "0",
              kernel,
              DatasetCreationOptions.builder().chunkDimensions(64, 16).shuffle().deflate().build());
    }
    try (KerasFile keras = KerasFile.open(path)) {
      assertThat(keras.floats("vars/0")).isEqualTo(Floats.concat(kernel));
    }
  }

  @Test
  void aListedTensorThatIsMissingIsTold() {
    Path path = folder.resolve("lacking.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putAttribute("layer_names", new String[] {"fc1"});
      file.putGroup("fc1").putAttribute("weight_names", new String[] {"kernel:0"});
    }
    assertRefused(path, "it lacks fc1/kernel:0, which it lists");
  }

  @Test
  void textIsNoTensor() {
    Path path = folder.resolve("text.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putAttribute("layer_names", new String[] {"fc1"});
      WritableGroup group = file.putGroup("fc1");
      group.putAttribute("weight_names", new String[] {"kernel:0"});
      group.putDataset("kernel:0", new String[] {"a"});
    }
    assertRefused(path, "tensor fc1/kernel:0 does not hold numbers");
  }

  @Test
  void aFileWithoutTensorsIsTold() {
    Path path = folder.resolve("bare.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putGroup("layers");
    }
    assertRefused(path, "it holds no tensors");
  }

  @Test
  void sizesBeyondTheFileAreRefused() throws IOException {
    Path path = folder.resolve("huge.h5");
    byte[] bytes = Files.readAllBytes(SharedFolder.path("golden/keras/" + KERAS1));
    int at = indexOf(bytes, longs(1568, 64));
    bytes[at + 3] = 0x40;
    Files.write(path, bytes);
    assertRefused(path, "tensor fc1/fc1_W_1:0");
  }

  private static byte[] longs(int... values) {
    byte[] bytes = new byte[8 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[8 * i] = (byte) values[i];
      bytes[8 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    int at = Bytes.indexOf(bytes, part);
    assertThat(at).isPositive();
    return at;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.1, 0.5, 0.99})
  void aTruncatedFileIsRefused(double share) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedFolder.path("golden/keras/" + KERAS1));
    Path file = folder.resolve("truncated.h5");
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    assertThatThrownBy(
            () -> {
              try (KerasFile keras = KerasFile.open(file)) {
                keras.tensors().forEach(tensor -> keras.floats(tensor.name()));
              }
            })
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file + ": is not a sound Keras file: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatThrownBy(() -> KerasFile.open(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> KerasFile.open(path))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(path + ": is not a sound Keras file: ")
        .hasMessageContaining(message);
  }

  private static KerasFile golden(String name) {
    return KerasFile.open(SharedFolder.path("golden/keras/" + name));
  }
}
