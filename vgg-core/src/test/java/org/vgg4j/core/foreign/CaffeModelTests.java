package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.vgg4j.core.foreign.CaffeBytes.NEW_LAYER;
import static org.vgg4j.core.foreign.CaffeBytes.V1_LAYERS;
import static org.vgg4j.core.foreign.CaffeBytes.network;
import static org.vgg4j.core.foreign.CaffeBytes.shape;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class CaffeModelTests {
  private static final String V1 = "golden/caffe/VGG_narrow_16_layers_v1.caffemodel";
  private static final int FLOATS = 5;
  private static final int DOUBLES = 8;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "VGG_narrow_16_layers_v1, vgg16_D",
    "VGG_narrow_16_layers_new, vgg16_D",
    "VGG_narrow_11_layers_v1_unpacked, vgg11_A"
  })
  void valuesEqualTorchsToTheBit(String name, String network) {
    TorchValues torch = TorchValues.golden(network);
    try (CaffeModel caffe =
        CaffeModel.open(SharedFolder.path("golden/caffe/" + name + ".caffemodel"))) {
      assertThat(caffe.tensors()).hasSameSizeAs(torch.names());
      for (int i = 0; i < torch.names().size(); i++) {
        assertThat(caffe.floats(caffe.tensors().get(i).name()))
            .as(caffe.tensors().get(i).name())
            .isEqualTo(torch.floats(torch.names().get(i)));
      }
    }
  }

  @Test
  void blobsAreNamedByLayerAndNumberAndHaveCaffesShapes() {
    try (CaffeModel caffe = CaffeModel.open(SharedFolder.path(V1))) {
      assertThat(caffe.format()).isEqualTo("Caffe");
      assertThat(caffe.tensors())
          .startsWith(
              new ForeignTensor("conv1_1/0", List.of(4, 3, 3, 3)),
              new ForeignTensor("conv1_1/1", List.of(1, 1, 1, 4)),
              new ForeignTensor("conv1_2/0", List.of(4, 4, 3, 3)))
          .endsWith(
              new ForeignTensor("fc8/0", List.of(1, 1, 10, 64)),
              new ForeignTensor("fc8/1", List.of(1, 1, 1, 10)));
    }
  }

  @Test
  void newFilesListTheirSizes() {
    Path file = SharedFolder.path("golden/caffe/VGG_narrow_16_layers_new.caffemodel");
    try (CaffeModel caffe = CaffeModel.open(file)) {
      assertThat(caffe.tensors())
          .contains(
              new ForeignTensor("fc6/0", List.of(64, 1568)),
              new ForeignTensor("fc6/1", List.of(64)));
    }
  }

  @Test
  void doublesAreRoundedToFloats() throws IOException {
    try (CaffeModel caffe = open(network(shape(2).doubles(DOUBLES, 0.1, -2)))) {
      assertThat(caffe.floats("fc/0")).containsExactly(0.1f, -2);
    }
  }

  @Test
  void gradientsBesideTheValuesAreLeftAlone() throws IOException {
    try (CaffeModel caffe =
        open(network(shape(2).floats(FLOATS, 1).floats(6, 9, 9).floats(FLOATS, 2)))) {
      assertThat(caffe.floats("fc/0")).containsExactly(1, 2);
    }
  }

  @Test
  void aNameMayFollowItsBlobs() throws IOException {
    CaffeBytes layer =
        new CaffeBytes().message(6, shape(1).packedFloats(FLOATS, 3)).text(4, "conv1_1");
    try (CaffeModel caffe = open(new CaffeBytes().message(V1_LAYERS, layer))) {
      assertThat(caffe.floats("conv1_1/0")).containsExactly(3);
    }
  }

  @Test
  void aBlobWithoutAnyShapeIsOneNumber() throws IOException {
    try (CaffeModel caffe = open(network(new CaffeBytes().floats(FLOATS, 7)))) {
      assertThat(caffe.tensors()).containsExactly(new ForeignTensor("fc/0", List.of()));
      assertThat(caffe.floats("fc/0")).containsExactly(7);
    }
  }

  /** The file is nearly as large as the memory that the tests have. */
  @Test
  void aFileLargerThanTheMemoryIsReadTensorByTensor() throws IOException {
    int large = 1_900_000_000;
    CaffeBytes blob = shape(large / Float.BYTES).length(FLOATS, large);
    int blobBytes = blob.toByteArray().length + large;
    byte[] layer = new CaffeBytes().text(1, "fc6").length(7, blobBytes).toByteArray();
    Path file = folder.resolve("large.caffemodel");
    try (RandomAccessFile output = new RandomAccessFile(file.toFile(), "rw")) {
      output.write(new CaffeBytes().length(NEW_LAYER, layer.length + blobBytes).toByteArray());
      output.write(layer);
      output.write(blob.toByteArray());
      output.seek(output.getFilePointer() + large - 1);
      output.write(0);
      output.write(network(shape(2).packedFloats(FLOATS, 1, 2)).toByteArray());
    }
    try (CaffeModel caffe = CaffeModel.open(file)) {
      assertThat(caffe.tensors())
          .contains(new ForeignTensor("fc6/0", List.of(large / Float.BYTES)));
      assertThat(caffe.floats("fc/0")).containsExactly(1, 2);
    }
  }

  @Test
  void aMissingTensorIsToldWithTheNearestName() {
    try (CaffeModel caffe = CaffeModel.open(SharedFolder.path(V1))) {
      assertThatThrownBy(() -> caffe.floats("conv1_1/2"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("has no tensor conv1_1/2; did you mean conv1_1/");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.3, 0.7, 0.999})
  void aTruncatedFileIsRefused(double share) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedFolder.path(V1));
    Path file = folder.resolve("truncated.caffemodel");
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    assertThatThrownBy(() -> CaffeModel.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file + ": is not a sound Caffe file: ")
        .hasMessageNotContaining("\n");
  }

  static Stream<Arguments> hostile() {
    CaffeBytes many = new CaffeBytes().text(1, "fc");
    for (int i = 0; i < 101; i++) {
      many.message(7, shape(1).floats(FLOATS, 1));
    }
    CaffeBytes deep = new CaffeBytes();
    for (int i = 0; i < 10_000; i++) {
      deep.startGroup(9);
    }
    return Stream.of(
        arguments("no layers", new CaffeBytes().text(1, "VGG"), "has no layers with weights"),
        arguments("a long layer", new CaffeBytes().length(NEW_LAYER, 100), "truncated"),
        arguments("a negative layer", new CaffeBytes().length(V1_LAYERS, -1), "negative size"),
        arguments("a long blob", network(shape(1).length(FLOATS, 1 << 30)), "truncated"),
        arguments("a negative blob", network(shape(1).length(FLOATS, -4)), "take -4 bytes"),
        arguments("an odd blob", network(shape(1).length(FLOATS, 7)), "take 7 bytes"),
        arguments("too few", network(shape(2, 3).floats(FLOATS, 1)), "shape [2, 3] but 1 values"),
        arguments("too many", network(shape(1).floats(FLOATS, 1, 2)), "shape [1] but 2 values"),
        arguments("a negative size", network(shape(-1, -1).floats(FLOATS, 1)), "impossible shape"),
        arguments("overflow", network(shape(1L << 32, 1L << 32)), "impossible shape"),
        arguments("a huge size", network(shape(Long.MAX_VALUE, 3)), "impossible shape"),
        arguments("many axes", network(shape(new long[40])), "has 40 axes"),
        arguments(
            "a long name",
            new CaffeBytes().message(NEW_LAYER, new CaffeBytes().length(1, 1 << 29)),
            "the name of a layer takes 536870912 bytes"),
        arguments(
            "equal names",
            network(shape(1).floats(FLOATS, 1))
                .message(
                    NEW_LAYER,
                    new CaffeBytes().text(1, "fc").message(7, shape(1).floats(FLOATS, 1))),
            "two of its tensors are named fc/0"),
        arguments("blobs", new CaffeBytes().message(NEW_LAYER, many), "a layer has over 100 blobs"),
        arguments("deep groups", deep, "too many levels of nesting"),
        arguments("a stray end", new CaffeBytes().endGroup(9), "a group ends that never began"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void aHostileFileIsRefusedInOneLine(String what, CaffeBytes bytes, String message)
      throws IOException {
    Path file = folder.resolve("hostile.caffemodel");
    Files.write(file, bytes.toByteArray());
    assertThatThrownBy(() -> CaffeModel.open(file))
        .as(what)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file + ": is not a sound Caffe file: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTextIsNoCaffeFile() throws IOException {
    Path file = folder.resolve("readme.caffemodel");
    Files.write(file, "404: Not Found".getBytes(UTF_8));
    assertThatThrownBy(() -> CaffeModel.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a sound Caffe file");
  }

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatThrownBy(() -> CaffeModel.open(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private CaffeModel open(CaffeBytes bytes) throws IOException {
    Path file = folder.resolve("made.caffemodel");
    Files.write(file, bytes.toByteArray());
    return CaffeModel.open(file);
  }
}
