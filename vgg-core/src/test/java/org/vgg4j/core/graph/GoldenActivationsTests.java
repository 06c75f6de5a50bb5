package org.vgg4j.core.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.PlacedLayer;
import org.vgg4j.core.spec.Rounding;

/** The output of every layer, against what torchvision's layers made of the same in float64. */
class GoldenActivationsTests {
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @EnumSource
  void everyLayersOutputHasTheGoldenStatistics(TorchNetwork network) throws IOException {
    Queue<JsonNode> products = golden(network, network.normalizes() ? "BatchNorm2d" : "Conv2d");
    Queue<JsonNode> rectified = golden(network, "ReLU");
    Queue<JsonNode> pooled = golden(network, "MaxPool2d");
    List<PlacedLayer> layers = convolutionsAndPooling(network);
    try (InferenceGraph graph = network.open(Rounding.CEIL)) {
      Map<String, FeatureMaps> before = outputs(graph, network, layers, Rectification.BEFORE);
      Map<String, FeatureMaps> after = outputs(graph, network, layers, Rectification.AFTER);
      for (PlacedLayer placed : layers) {
        if (placed.layer() instanceof MaxPooling) {
          assertStatistics(after, placed, pooled.remove());
        } else {
          assertStatistics(before, placed, products.remove());
          assertStatistics(after, placed, rectified.remove());
        }
      }
    }
    assertThat(List.of(products, rectified, pooled)).allMatch(Queue::isEmpty);
  }

  private static List<PlacedLayer> convolutionsAndPooling(TorchNetwork network) {
    return network.network(Rounding.CEIL).placedAt(TorchNetwork.CROP).stream()
        .filter(
            placed -> placed.layer() instanceof Convolution || placed.layer() instanceof MaxPooling)
        .toList();
  }

  private static Map<String, FeatureMaps> outputs(
      InferenceGraph graph,
      TorchNetwork network,
      List<PlacedLayer> layers,
      Rectification rectification) {
    return graph
        .probe(layers.stream().map(PlacedLayer::name).toList(), rectification)
        .ofPreprocessed(network.channelsLastInputs(), TorchNetwork.CROP, TorchNetwork.CROP);
  }

  private static Queue<JsonNode> golden(TorchNetwork network, String kind) throws IOException {
    JsonNode layers =
        new JsonMapper().readTree(network.path("case.json").toFile()).path("layers_f64");
    Stream<JsonNode> all = Stream.iterate(0, i -> i < layers.size(), i -> i + 1).map(layers::get);
    return new ArrayDeque<>(all.filter(node -> node.path("kind").asText().equals(kind)).toList());
  }

  private static void assertStatistics(
      Map<String, FeatureMaps> outputs, PlacedLayer placed, JsonNode golden) {
    FeatureMaps maps = requireNonNull(outputs.get(placed.name()), placed.name());
    String description = placed.name() + ", " + golden.path("key").asText();
    assertThat(maps.shape().get(3)).as(description).isEqualTo(golden.path("shape").get(1).asInt());
    assertThat(maps.shape().get(1)).as(description).isEqualTo(golden.path("shape").get(2).asInt());
    Statistics statistics = Statistics.of(maps);
    assertThat(statistics.mean())
        .as(description)
        .isCloseTo(golden.path("mean").asDouble(), within(TOLERANCE));
    assertThat(statistics.deviation())
        .as(description)
        .isCloseTo(golden.path("std").asDouble(), within(TOLERANCE));
    assertThat(statistics.largest())
        .as(description)
        .isCloseTo(golden.path("max").asDouble(), within(TOLERANCE));
    JsonNode first = golden.path("first");
    assertThat(first.size()).isPositive();
    for (int column = 0; column < first.size(); column++) {
      double value = maps.at(column * maps.shape().get(3)); // the first channel's first row
      assertThat(value).as(description).isCloseTo(first.get(column).asDouble(), within(TOLERANCE));
    }
  }

  private record Statistics(double mean, double deviation, double largest) {
    static Statistics of(FeatureMaps maps) {
      double sum = 0;
      double squares = 0;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < maps.size(); i++) {
        sum += maps.at(i);
        squares += (double) maps.at(i) * maps.at(i);
        largest = Math.max(largest, maps.at(i));
      }
      double mean = sum / maps.size();
      return new Statistics(mean, Math.sqrt(squares / maps.size() - mean * mean), largest);
    }
  }
}
