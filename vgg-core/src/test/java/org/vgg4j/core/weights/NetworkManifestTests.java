package org.vgg4j.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;

class NetworkManifestTests {
  private static final int CROP = 4;
  private static final NetworkSpec NETWORK =
      NetworkNotation.parse("n conv3-2 | fc-classes").withClasses(2);
  private static final NetworkManifest MANIFEST =
      new NetworkManifest(
          NETWORK,
          CROP,
          new Preprocessing(List.of(1.0, 2.0, 3.0), List.of(0.5, 0.25, 1.0 / 3)),
          List.of("red panda", "a \"b\", c"),
          Map.of("file", "x.caffemodel", "sha256", "0a"));

  @TempDir private Path folder;

  @Test
  void everythingComesBack() {
    assertThat(NetworkManifest.of(file(MANIFEST.metadata()))).isEqualTo(MANIFEST);
  }

  @Test
  void namesOfClassesAreAJsonList() {
    assertThat(MANIFEST.metadata())
        .containsEntry("classNames", "[\"red panda\",\"a \\\"b\\\", c\"]")
        .containsEntry("classes", "2")
        .containsEntry("source.sha256", "0a");
  }

  @Test
  void filesFromBeforeThereWereNamesHaveOneScaleAndNoNames() {
    Map<String, String> old =
        Map.of(
            "network", NetworkNotation.print(NETWORK),
            "classes", "2",
            "crop", "4",
            "mean", "1.0 2.0 3.0",
            "scale", "0.015625");
    NetworkManifest manifest =
        new NetworkManifest(NETWORK, CROP, new Preprocessing(List.of(1.0, 2.0, 3.0), 1.0 / 64));
    assertThat(NetworkManifest.of(file(old))).isEqualTo(manifest);
    assertThat(manifest.metadata()).isEqualTo(old);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classNames | [\"a\"] | there are 1 class names for 2 classes",
        "classNames | 42 | has metadata that make no sense",
        "classNames | [null,null] | has metadata that make no sense",
        "classNames | [\"a\" | has metadata that make no sense",
        "scale | 1.0 2.0 | the scale has 3 channels, not 2",
        "scale | 0.0 | the pixel scale is positive",
        "mean | grey | has metadata that make no sense"
      })
  void metadataThatMakeNoSenseAreTold(String key, String value, String message) {
    Map<String, String> metadata = new LinkedHashMap<>(MANIFEST.metadata());
    metadata.put(key, value);
    assertRefused(metadata, message);
  }

  @Test
  void metadataThatLackSomethingAreTold() {
    assertRefused(
        Maps.filterKeys(MANIFEST.metadata(), key -> !key.equals("mean")), "its metadata lack mean");
  }

  private void assertRefused(Map<String, String> metadata, String message) {
    TensorFile file = file(metadata);
    assertThatThrownBy(() -> NetworkManifest.of(file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(file.path().toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private TensorFile file(Map<String, String> metadata) {
    Path path = folder.resolve("weights.safetensors");
    TensorFileWriter writer = new TensorFileWriter(ImmutableMap.copyOf(metadata));
    for (Parameter parameter : NETWORK.parameters(CROP)) {
      writer.floats(
          parameter.name(),
          parameter.shape(),
          () -> new float[Math.toIntExact(parameter.elements())]);
    }
    writer.writeTo(path);
    return TensorFile.open(path);
  }
}
