package org.vgg4j.core.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class TensorFileTests {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenReadsBack() {
    Path file = folder.resolve("a.safetensors");
    float[] large = new float[600_000];
    large[599_999] = 7;
    new TensorFileWriter(Map.of("network", "D", "note", "a \"b\""))
        .floats("conv1_1/weights", List.of(1, 2, 3), () -> new float[] {1, 2, 3, 4, 5, -6.5f})
        .floats("large", List.of(600_000), () -> large)
        .ints("labels", new int[] {3, -1})
        .writeTo(file);
    TensorFile read = TensorFile.open(file);
    assertThat(read.names()).containsExactly("conv1_1/weights", "large", "labels");
    assertThat(read.shape("conv1_1/weights")).containsExactly(1, 2, 3);
    assertThat(read.floats("conv1_1/weights")).containsExactly(1, 2, 3, 4, 5, -6.5f);
    assertThat(read.floats("large")).isEqualTo(large);
    assertThat(read.ints("labels")).containsExactly(3, -1);
    assertThat(read.metadata()).containsEntry("note", "a \"b\"").hasSize(2);
  }

  @Test
  void equalContentGivesEqualBytes() {
    Path first = write("first", Map.of("a", "1", "b", "2", "c", "3"));
    Path second = write("second", Map.of("c", "3", "b", "2", "a", "1"));
    assertThat(TensorFile.sha256(first)).isEqualTo(TensorFile.sha256(second));
  }

  @Test
  void filesOfOtherSoftwareAreRead() {
    TensorFile plain = TensorFile.open(SharedFolder.path("golden/torch/vgg11_A/model.safetensors"));
    assertThat(plain.shape("features.0.weight")).containsExactly(4, 3, 3, 3);
    assertThat(plain.floats("features.0.weight")).hasSize(108);
    TensorFile normalized =
        TensorFile.open(SharedFolder.path("golden/torch/vgg16_D_bn/model.safetensors"));
    assertThat(normalized.floats("features.1.num_batches_tracked")[0]).isCloseTo(8, within(0f));
  }

  @Test
  void aMissingTensorIsToldWithTheNearestName() {
    TensorFile file = TensorFile.open(write("one", Map.of()));
    assertThatThrownBy(() -> file.floats("tensr"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has no tensor tensr")
        .hasMessageContaining("did you mean tensor?");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = write("whole", Map.of());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> TensorFile.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the tensors need 8 bytes, there are 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "9000000000000000000 | {} | its header would be",
        "-1 | {} | its header would be",
        "4 | [42 | not JSON",
        "4 | [42] | not a JSON object",
        "-2 | {\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | has shape [2] but 4 bytes",
        "-2 | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | leaves a gap",
        "-2 | {\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | bad shape",
        "-2 | {\"a\":{\"dtype\":\"Q7\",\"shape\":[1],\"data_offsets\":[0,4]}} | has type Q7",
        "-2 | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | need 4 bytes, there are 8",
        "-2 | {\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000,2000000000,2000000000],\"data_offsets\":[0,4]}} | overflow",
        "-2 | {\"a\":{},\"a\":{}} | Duplicate",
        "-2 | {\"a\":{\"dtype\":\"F32\"}} | has no shape"
      })
  void aHostileHeaderIsRefusedInOneLine(long length, String header, String message)
      throws IOException {
    Path file = folder.resolve("hostile.safetensors");
    byte[] text = header.getBytes(UTF_8);
    byte[] size = Longs.toByteArray(Long.reverseBytes(length == -2 ? text.length : length));
    Files.write(file, Bytes.concat(size, text, new byte[8]));
    assertThatThrownBy(() -> TensorFile.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void oneWrongBitAmongTheValuesIsFound() throws IOException {
    Path file = write("whole", Map.of());
    TensorFile.open(file).verify();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 16;
    Files.write(file, bytes);
    assertThatThrownBy(() -> TensorFile.open(file).verify())
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file + ": is not a sound safetensors file")
        .hasMessageContaining("its values differ from their checksum");
  }

  @Test
  void filesOfOtherSoftwareNeedNoChecksum() {
    TensorFile.open(SharedFolder.path("golden/torch/vgg11_A/model.safetensors")).verify();
  }

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatThrownBy(() -> TensorFile.open(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private Path write(String name, Map<String, String> metadata) {
    Path file = folder.resolve(name);
    new TensorFileWriter(metadata)
        .floats("tensor", List.of(2), () -> new float[] {1, 2})
        .writeTo(file);
    return file;
  }
}
