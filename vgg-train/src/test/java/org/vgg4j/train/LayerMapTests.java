package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.TrainedLayers;
import org.vgg4j.core.spec.Width;
import org.vgg4j.train.LayerMap.Layer;
import org.vgg4j.train.LayerMap.Start;
import org.vgg4j.train.StartingPoint.SomeLayers;

class LayerMapTests {
  private static final int CROP = 32;
  private static final Seed SEED = new Seed(7);
  private static final Initialization FRESH = new Initialization.He();

  @Test
  void thePapersMapFromAToDNamesWhatIsCopiedAndWhatIsRandom() {
    LayerMap map = map(learnt(network("A"), CROP), network("D"));
    assertThat(map.copied())
        .containsExactly("conv1_1", "conv2_1", "conv3_1", "conv3_2", "fc6", "fc7", "fc8");
    assertThat(map.text())
        .isEqualTo(
            "conv1_1 conv2_1 conv3_1 conv3_2 fc6 fc7 fc8 from A-run; random: conv1_2 conv2_2"
                + " conv3_3 conv4_1 conv4_2 conv4_3 conv5_1 conv5_2 conv5_3");
    assertThat(map.layers()).hasSize(16).allMatch(layer -> layer.misfit() == null);
  }

  @Test
  void aCopiedLayerIsBitEqualAndEveryOtherIsFreshFromItsName() {
    FakeWeights a = learnt(network("A"), CROP);
    LayerMap map = map(a, network("D"));
    StartingPoint start = new SomeLayers(a, map.copied(), FRESH);
    for (Parameter parameter : network("D").parameters(CROP)) {
      float[] expected =
          map.copied().contains(parameter.layer())
              ? a.values(parameter)
              : FRESH.values(parameter, SEED);
      assertThat(start.values(parameter, SEED)).as(parameter.name()).isEqualTo(expected);
    }
  }

  @Test
  void aLayerOfAnotherShapeIsNamedAndStartsRandomAsAWhole() {
    FakeWeights atLargerCrops = learnt(network("A"), 64);
    LayerMap map = map(atLargerCrops, network("D"));
    assertThat(map.layers())
        .contains(
            new Layer(
                "fc6", Start.RANDOM, true, "fc6/weights is 2x2x32x256 in A-run, not 1x1x32x256"));
    assertThat(map.text()).endsWith("; fc6/weights is 2x2x32x256 in A-run, not 1x1x32x256");
    StartingPoint start = new SomeLayers(atLargerCrops, map.copied(), FRESH);
    Parameter biases = parameter(network("D"), "fc6/biases");
    assertThat(start.values(biases, SEED)).isEqualTo(FRESH.values(biases, SEED));
  }

  @Test
  void aLayerThatTheOtherRunLacksIsNamed() {
    NetworkSpec normalized = network("D-BN");
    assertThat(map(learnt(network("A"), CROP), normalized).layers())
        .contains(
            new Layer("conv1_1", Start.RANDOM, true, "there is no conv1_1/scale in A-run"),
            new Layer("fc7", Start.COPIED, true, null));
  }

  @Test
  void fineTuningCopiesEveryLayerAndTellsWhichTrain() {
    List<Parameter> parameters = network("D").parameters(CROP);
    LayerMap map =
        LayerMap.copying(
            new LayerOrigin("D-run", learnt(network("D"), CROP)),
            LayerMap.layersOf(parameters),
            parameters,
            TrainedLayers.parse("fc6 fc7 fc8"));
    assertThat(map.text()).isEqualTo("all layers from D-run; only fc6 fc7 fc8 train");
    assertThat(map.layers().get(0)).isEqualTo(new Layer("conv1_1", Start.COPIED, false, null));
  }

  @Test
  void aMapOfRandomLayersSaysSo() {
    LayerMap map = LayerMap.random(network("A").parameters(CROP), TrainedLayers.ALL);
    assertThat(map.text()).isEqualTo("all layers random");
    assertThat(map.layers()).hasSize(11);
  }

  @Test
  void aMapIsWrittenAndReadBack() {
    LayerMap map = map(learnt(network("A"), 64), network("B"));
    assertThat(StrictYaml.parse("layers.yaml", StrictYaml.print(map), LayerMap.class))
        .isEqualTo(map);
  }

  private static LayerMap map(FakeWeights from, NetworkSpec network) {
    return LayerMap.copying(
        new LayerOrigin("A-run", from),
        StartingPoint.PAPER_LAYERS,
        network.parameters(CROP),
        TrainedLayers.ALL);
  }

  private static NetworkSpec network(String name) {
    return NetworkCatalogue.shipped().network(name).scaledBy(Width.parse("1/16")).withClasses(10);
  }

  private static Parameter parameter(NetworkSpec network, String name) {
    return network.parameters(CROP).stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static FakeWeights learnt(NetworkSpec network, int crop) {
    Map<String, Parameter> parameters = new HashMap<>();
    network.parameters(crop).forEach(p -> parameters.put(p.name(), p));
    return new FakeWeights(parameters);
  }

  /** Weights that nobody has trained. */
  private record FakeWeights(Map<String, Parameter> parameters) implements StartingPoint.Source {
    @Override
    public boolean has(Parameter parameter) {
      return shape(parameter.name()).equals(parameter.shape());
    }

    @Override
    public List<Integer> shape(String name) {
      Parameter parameter = parameters.get(name);
      return parameter == null ? List.of() : parameter.shape();
    }

    @Override
    public float[] values(Parameter parameter) {
      return new Initialization.Glorot().values(parameter, new Seed(99));
    }
  }
}
