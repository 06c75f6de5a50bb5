package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.testing.SharedFolder;

/** Files that PyTorch itself wrote. */
class GoldenTorchTests {
  @ParameterizedTest
  @CsvSource({
    "vgg11_A, state_dict.pth",
    "vgg16_D, state_dict.pth",
    "vgg16_D, state_dict_legacy.pth",
    "vgg19_E, state_dict.pth",
    "vgg16_D_bn, state_dict.pth"
  })
  void stateDictsEqualSafetensorsBitForBit(String network, String name) {
    TorchFile torch = TorchFile.open(SharedFolder.path("golden/torch/" + network + "/" + name));
    SafetensorsFile safe =
        SafetensorsFile.open(SharedFolder.path("golden/torch/" + network + "/model.safetensors"));
    assertThat(torch.tensors()).hasSizeGreaterThan(20).hasSameElementsAs(safe.tensors());
    for (ForeignTensor tensor : torch.tensors()) {
      assertThat(bits(torch.floats(tensor.name())))
          .as(tensor.name())
          .hasSize((int) tensor.elements())
          .isEqualTo(bits(safe.floats(tensor.name())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd_checkpoint.pth", "odd_checkpoint_legacy.pth"})
  void viewsAndAllTypesOfACheckpointAreExact(String name) throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(SharedFolder.path("golden/torch/odd_checkpoint.json").toFile())
            .path("state_dict");
    TorchFile torch = TorchFile.open(SharedFolder.path("golden/torch/" + name));
    assertThat(torch.tensors()).hasSize(expected.size()).hasSizeGreaterThan(10);
    for (ForeignTensor tensor : torch.tensors()) {
      JsonNode node = expected.path("module." + tensor.name());
      assertThat(tensor.shape()).as(tensor.name()).isEqualTo(integers(node.path("shape")));
      assertThat(bits(torch.floats(tensor.name())))
          .as(tensor.name())
          .isEqualTo(bits(floats(node.path("values"))));
    }
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(number -> integers.add(number.asInt()));
    return integers;
  }

  private static float[] floats(JsonNode nested) {
    List<Float> floats = new ArrayList<>();
    addTo(floats, nested);
    return Floats.toArray(floats);
  }

  private static void addTo(List<Float> floats, JsonNode nested) {
    if (nested.isArray()) {
      nested.forEach(part -> addTo(floats, part));
    } else {
      floats.add(nested.isBoolean() ? (nested.asBoolean() ? 1f : 0f) : (float) nested.asDouble());
    }
  }

  private static ImmutableList<Integer> bits(float[] values) {
    ImmutableList.Builder<Integer> bits = ImmutableList.builder();
    for (float value : values) {
      bits.add(Float.floatToRawIntBits(value));
    }
    return bits.build();
  }
}
