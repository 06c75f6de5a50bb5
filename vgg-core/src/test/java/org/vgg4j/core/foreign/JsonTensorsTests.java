package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.testing.SharedFolder;

class JsonTensorsTests {
  @TempDir private Path folder;

  @Test
  void theNeuronsOfANetworkThatSomebodyElseTrainedAreStacked() throws IOException {
    Path path = SharedFolder.path("data/tiny-vgg/nn_10.json");
    JsonNode layers = new JsonMapper().readTree(path.toFile());
    try (JsonTensors json = JsonTensors.open(path)) {
      assertThat(json.format()).isEqualTo("JSON");
      assertThat(json.tensors())
          .contains(
              new ForeignTensor("conv_1_1.weights.*.weights", List.of(10, 3, 3, 3)),
              new ForeignTensor("conv_1_1.weights.*.bias", List.of(10)),
              new ForeignTensor("conv_3_2.weights.*.weights", List.of(10, 10, 3, 3)),
              new ForeignTensor("output.weights.*.weights", List.of(10, 160)),
              new ForeignTensor("conv_1_1.input_shape", List.of(3)));
      float[] kernels = json.floats("conv_1_2.weights.*.weights");
      float[] biases = json.floats("conv_1_2.weights.*.bias");
      for (int i = 0; i < kernels.length; i++) {
        JsonNode neuron = layers.path(2).path("weights").path(i / 90);
        JsonNode row = neuron.path("weights").path(i / 9 % 10).path(i / 3 % 3);
        assertThat(kernels[i]).isEqualTo((float) row.path(i % 3).asDouble());
        assertThat(biases[i / 90]).isEqualTo((float) neuron.path("bias").asDouble());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"w\": [1, 2.5, -3e-2]} | w | 1 2.5 -0.03",
        "{\"a\": {\"b\": [[1, 2], [3, 4]]}} | a.b | 1 2 3 4",
        "{\"layers\": [{\"w\": [1]}, {\"w\": [2, 3]}]} | layers.1.w | 2 3",
        "{\"layers\": [{\"w\": [1]}, {\"w\": [2]}]} | layers.1.w | 2",
        "[{\"name\": \"fc1\", \"w\": [1]}, {\"name\": \"fc2\", \"w\": [2]}] | fc2.w | 2",
        "[{\"name\": \"fc\", \"w\": [1]}, {\"name\": \"fc\", \"w\": [2]}] | 1.w | 2",
        "[{\"b\": 1, \"w\": [2]}, {\"w\": [4], \"b\": 3}] | *.w | 2 4",
        "[{\"b\": 1, \"w\": [2]}, {\"w\": [4], \"b\": 3}] | *.b | 1 3",
        "[[{\"b\": 1}, {\"b\": 2}], [{\"b\": 3}, {\"b\": 4}]] | 1.* .b | 3 4",
        "{\"n\": [{\"b\": 1, \"in\": {\"w\": [[2]]}}, {\"b\": 3, \"in\": {\"w\": [[4]]}}]} | n.*.in.w | 2 4",
        "[[1, 2], {\"w\": [3, 4]}] | 1.w | 3 4",
        "{\"no\": [null, 64], \"text\": [\"a\"], \"empty\": [], \"w\": [9]} | w | 9"
      })
  void listsAreNamedByTheirPath(String text, String name, String values) throws IOException {
    try (JsonTensors json = open(text)) {
      float[] read = json.floats(name.replace(" ", ""));
      assertThat(read).hasSize(values.split(" ", -1).length);
      assertThat(text(read)).isEqualTo(values);
    }
  }

  private static String text(float[] values) {
    StringBuilder text = new StringBuilder();
    for (float value : values) {
      text.append(' ').append(value == (int) value ? "" + (int) value : "" + value);
    }
    return text.substring(1);
  }

  @Test
  void whatIsNoListOfNumbersIsNoTensor() throws IOException {
    try (JsonTensors json =
        open("{\"no\": [null, 64], \"text\": [\"a\"], \"empty\": [], \"one\": 1, \"w\": [[9]]}")) {
      assertThat(json.tensors()).containsExactly(new ForeignTensor("w", List.of(1, 1)));
    }
  }

  @Test
  void aByteOrderMarkAndOtherLettersDoNotShiftWhatIsRead() throws IOException {
    try (JsonTensors json = open("\uFEFF{\"Größe 大\": \"ß\", \"w\": [[1], [2]]}")) {
      assertThat(json.floats("w")).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is empty",
        "{\"w\": [1, 2 | Unexpected end-of-input",
        "{\"w\": [1, NaN]} | Non-standard token 'NaN'",
        "{\"w\": [[1, 2], [3]]} | ragged: its parts have the shapes [2] and [1] (byte 15)",
        "{\"w\": [[1], []]} | ragged",
        "{\"w\": [[1], 2]} | ragged",
        "{\"w\": [1], \"w\": [2]} | one of its objects has two w",
        "{\"a.b\": [1], \"a\": {\"b\": [2]}} | two of its tensors are named a.b",
        "{\"a\": [1, 2, {\"w\": [3]}]} | mixes numbers and objects (byte 6)",
        "{\"one\": 1} | it has no lists of numbers",
        "[1] [2] | something follows its only value",
        "PK | Unrecognized token"
      })
  void aBadFileIsRefusedInOneLine(String text, String message) {
    assertRefused(text, message);
  }

  @Test
  void absurdNestingIsRefused() {
    assertRefused("[".repeat(1_000_000), "nesting depth (33) exceeds the maximum allowed");
    assertRefused("[1,{\"a\":".repeat(1_000_000), "nesting depth (33) exceeds");
  }

  @Test
  void absurdlyManyPartsAreRefused() {
    assertRefused("[" + "{},".repeat(300_000) + "{}]", "it has more than 200000 parts");
    String deep = ("{\"" + "k".repeat(900) + "\":").repeat(2);
    assertRefused(deep + "[1]}}", "too long names");
  }

  @Test
  void anAbsurdlyLongNumberIsRefused() {
    assertRefused("[" + "9".repeat(100_000) + "]", "exceeds the maximum allowed");
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path path = folder.resolve("utf16.json");
    Files.write(path, "{\"w\": [1]}".getBytes(UTF_16));
    assertThatThrownBy(() -> JsonTensors.open(path))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it is not in UTF-8");
  }

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatThrownBy(() -> JsonTensors.open(folder.resolve("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no such file");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a sound JSON file: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private JsonTensors open(String text) throws IOException {
    return JsonTensors.open(Files.writeString(folder.resolve("weights.json"), text));
  }
}
