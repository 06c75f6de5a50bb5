package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.Width;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.train.StartingPoint.AllLayers;
import org.vgg4j.train.StartingPoint.SomeLayers;

class StartingPointTests {
  private static final int CROP = 32;
  private static final Seed SEED = new Seed(7);
  private static final Initialization FRESH = new Initialization.Gaussian(0.01);

  @TempDir private Path folder;
  private PretrainedWeights netA;
  private StartingPoint paper;

  @BeforeEach
  void learnNetA() {
    netA = weightsOf(network("A"));
    paper = new SomeLayers(netA, StartingPoint.PAPER_LAYERS, FRESH);
  }

  private static NetworkSpec network(String name) {
    return NetworkCatalogue.shipped().network(name).scaledBy(Width.parse("1/16")).withClasses(10);
  }

  private PretrainedWeights weightsOf(NetworkSpec network) {
    Path file = folder.resolve(network.name() + network.classes() + ".safetensors");
    TensorFileWriter writer = new TensorFileWriter(Map.of());
    for (Parameter parameter : network.parameters(CROP)) {
      writer.floats(parameter.name(), parameter.shape(), () -> learnt(parameter));
    }
    writer.writeTo(file);
    return new PretrainedWeights(file);
  }

  /** Values that no initialisation draws: its biases are not zero. */
  private static float[] learnt(Parameter parameter) {
    float[] values = new Initialization.He().values(parameter, new Seed(99));
    if (parameter.role() == Role.BIASES) {
      Arrays.fill(values, 0.25f);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "C", "D", "E"})
  void thePaperCopiesFourConvolutionsAndThreeFullyConnectedLayersOfNetA(String deeper) {
    assertThat(layersWhere(network(deeper), p -> Arrays.equals(paper.values(p, SEED), learnt(p))))
        .containsExactlyInAnyOrder("conv1_1", "conv2_1", "conv3_1", "conv3_2", "fc6", "fc7", "fc8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "C", "D", "E"})
  void allOtherLayersAreDrawnFresh(String deeper) {
    assertThat(
            layersWhere(
                network(deeper), p -> Arrays.equals(paper.values(p, SEED), FRESH.values(p, SEED))))
        .doesNotContainAnyElementsOf(StartingPoint.PAPER_LAYERS)
        .hasSize(Math.toIntExact(network(deeper).weightLayers()) - 7);
  }

  /** Layers of which every parameter, weights and biases, is as wanted. */
  private static Set<String> layersWhere(NetworkSpec network, Predicate<Parameter> wanted) {
    return network.parameters(CROP).stream()
        .collect(Collectors.groupingBy(Parameter::layer))
        .entrySet()
        .stream()
        .filter(layer -> layer.getValue().stream().allMatch(wanted))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void freshValuesHangOnTheSeedAndTheNameAlone() {
    Parameter inD = parameter(network("D"), "conv3_3/weights");
    Parameter inE = parameter(network("E"), "conv3_3/weights");
    assertThat(paper.values(inD, SEED)).isEqualTo(paper.values(inE, SEED));
    assertThat(paper.values(inD, SEED)[0])
        .isEqualTo((float) (0.01 * SEED.at("conv3_3/weights").random().nextGaussian()));
    assertThat(paper.values(inD, SEED)).isNotEqualTo(paper.values(inD, new Seed(8)));
  }

  @Test
  void aLayerOfAnotherShapeIsNotCopied() {
    PretrainedWeights fiveClasses = weightsOf(network("A").withClasses(5));
    StartingPoint start = new SomeLayers(fiveClasses, StartingPoint.PAPER_LAYERS, FRESH);
    Parameter fc7 = parameter(network("B"), "fc7/weights");
    Parameter fc8 = parameter(network("B"), "fc8/weights");
    assertThat(start.values(fc7, SEED)).isEqualTo(learnt(fc7));
    assertThat(start.values(fc8, SEED)).isEqualTo(FRESH.values(fc8, SEED));
  }

  @Test
  void fineTuningStartsWithEveryLayerOfTheSameNetwork() {
    StartingPoint start = new AllLayers(weightsOf(network("C")));
    assertThat(network("C").parameters(CROP))
        .allSatisfy(p -> assertThat(start.values(p, SEED)).isEqualTo(learnt(p)));
  }

  @Test
  void fineTuningFromAnotherNetworkIsRefused() {
    Parameter missing = parameter(network("B"), "conv1_2/weights");
    assertThatThrownBy(() -> new AllLayers(netA).values(missing, SEED))
        .hasMessageContaining("conv1_2/weights");
  }

  private static Parameter parameter(NetworkSpec network, String name) {
    return network.parameters(CROP).stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
