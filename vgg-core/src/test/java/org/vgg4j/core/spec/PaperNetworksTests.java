package org.vgg4j.core.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.Parameter.Role;

/** Tables 1 and 2 of the paper, and the exact numbers behind them. */
class PaperNetworksTests {
  private static final int CROP = 224;

  @Test
  void columnsStandInTheOrderOfTable1() {
    assertThat(PaperNetworks.columns())
        .extracting(NetworkSpec::name)
        .containsExactly("A", "A-LRN", "B", "C", "D", "E")
        .isEqualTo(PaperNetworks.names());
  }

  @ParameterizedTest
  @CsvSource({"A,8,11", "A-LRN,8,11", "B,10,13", "C,13,16", "D,13,16", "E,16,19"})
  void weightLayersAreThoseOfTable1(String name, int convolutions, int weightLayers) {
    NetworkSpec network = network(name);
    assertThat(network.layers()).filteredOn(Convolution.class::isInstance).hasSize(convolutions);
    assertThat(network.weightLayers()).isEqualTo(weightLayers);
  }

  @ParameterizedTest
  @CsvSource({"A,133", "A-LRN,133", "B,133", "C,134", "D,138", "E,144"})
  void parametersRoundToTable2(String name, long millions) {
    assertThat(Math.round(network(name).parameterCount(CROP) / 1e6)).isEqualTo(millions);
  }

  @ParameterizedTest
  @CsvSource({
    "A,     132851392, 11944, 132863336",
    "A-LRN, 132851392, 11944, 132863336",
    "B,     133035712, 12136, 133047848",
    "C,     133625536, 13416, 133638952",
    "D,     138344128, 13416, 138357544",
    "E,     143652544, 14696, 143667240",
    "S5,    134492864, 10664, 134503528"
  })
  void parametersAreExact(String name, long weights, long biases, long total) {
    assertThat(values(name, Role.WEIGHTS)).isEqualTo(weights);
    assertThat(values(name, Role.BIASES)).isEqualTo(biases);
    assertThat(network(name).parameterCount(CROP)).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 9220480",
    "A-LRN, 9220480",
    "B, 9404992",
    "C, 9996096",
    "D, 14714688",
    "E, 20024384",
    "S5, 10860672"
  })
  void convolutionsHoldTheSmallerPart(String name, long parameters) {
    assertThat(parametersOf(name, "conv")).isEqualTo(parameters);
    assertThat(parametersOf(name, "fc")).isEqualTo(123_642_856);
  }

  @ParameterizedTest
  @CsvSource({"fc6,102764544", "fc7,16781312", "fc8,4097000"})
  void fullyConnectedPartIsTheSameInAllColumns(String layer, long parameters) {
    assertThat(PaperNetworks.names())
        .allSatisfy(name -> assertThat(parametersOf(name, layer)).isEqualTo(parameters));
  }

  @ParameterizedTest
  @CsvSource({"A,7609090048", "B,11308466176", "C,11770888192", "D,15470264320", "E,19632062464"})
  void multiplyAddsAreExact(String name, long multiplyAdds) {
    assertThat(network(name).multiplyAdds(CROP)).isEqualTo(multiplyAdds);
    assertThat(network(name + "-BN").multiplyAdds(CROP)).isEqualTo(multiplyAdds);
  }

  @Test
  void shallowNetworkCostsLessThanB() {
    assertThat(network("S5").multiplyAdds(CROP) / 1_000_000).isEqualTo(9356);
  }

  @ParameterizedTest
  @CsvSource({
    "A-BN,132868840",
    "B-BN,133053736",
    "C-BN,133647400",
    "D-BN,138365992",
    "E-BN,143678248"
  })
  void batchNormalizationAddsScaleAndShift(String name, long parameters) {
    assertThat(network(name).parameterCount(CROP)).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource({"4,134276932", "4000,150648544"})
  void localisationHeadsOfDHaveTheirCounts(int units, long parameters) {
    assertThat(network("D").withClasses(units).parameterCount(CROP)).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "A-LRN", "B", "C", "D", "E", "S5"})
  void poolingHalvesTheMapFrom224To7(String name) {
    assertThat(layers(name, "pool"))
        .extracting(placed -> placed.output().height())
        .containsExactly(112, 56, 28, 14, 7);
    assertThat(layers(name, "fc6").get(0).input().elements()).isEqualTo(25_088);
  }

  @ParameterizedTest
  @CsvSource({
    "A,150,342",
    "A-LRN,150,342",
    "B,156,348",
    "C,156,348",
    "D,212,404",
    "E,268,460",
    "S5,156,348"
  })
  void receptiveFieldsGrowWithDepth(String name, int afterPool5, int afterFc6) {
    NetworkReport report = NetworkReport.of(network(name), CROP);
    assertThat(field(report, "pool5")).isEqualTo(new ReceptiveField(afterPool5, 32));
    assertThat(field(report, "fc6")).isEqualTo(new ReceptiveField(afterFc6, 32));
    assertThat(field(report, "fc8")).isEqualTo(field(report, "fc6"));
  }

  /** Section 2.3: two, three and five 3x3 convolutions see 5, 7 and 11 pixels. */
  @ParameterizedTest
  @CsvSource({"first3x2,first5,5", "first3x3,first7,7", "first3x5,first11,11"})
  void stacksOfSmallFiltersSeeAsMuchAsOneLargeFilter(String stack, String single, int pixels) {
    ReceptiveField seen = new ReceptiveField(pixels + 1, 2);
    assertThat(field(NetworkReport.of(network(stack), CROP), "pool1")).isEqualTo(seen);
    assertThat(field(NetworkReport.of(network(single), CROP), "pool1")).isEqualTo(seen);
  }

  @Test
  void layersOfEHaveTheOfficialNames() {
    assertThat(network("E").placedAt(CROP).stream().map(PlacedLayer::name).collect(joining(" ")))
        .isEqualTo(
            "conv1_1 conv1_2 pool1 conv2_1 conv2_2 pool2 conv3_1 conv3_2 conv3_3 conv3_4 pool3"
                + " conv4_1 conv4_2 conv4_3 conv4_4 pool4 conv5_1 conv5_2 conv5_3 conv5_4 pool5"
                + " fc6 drop6 fc7 drop7 fc8");
  }

  @Test
  void lrnOfALrnStandsBehindTheFirstConvolution() {
    assertThat(layers("A-LRN", "norm")).extracting(PlacedLayer::name).containsExactly("norm1_1");
    assertThat(NetworkNotation.parse("A-LRN A + lrn")).isEqualTo(network("A-LRN"));
  }

  @Test
  void shallowNetworkIsBWithOne5x5ForEachPairOf3x3() {
    String shallow = NetworkNotation.print(network("B")).replaceAll("conv3-(\\d+) x2", "conv5-$1");
    assertThat(NetworkNotation.parse(shallow).named("S5")).isEqualTo(network("S5"));
  }

  private static NetworkSpec network(String name) {
    return NetworkCatalogue.shipped().network(name);
  }

  private static List<PlacedLayer> layers(String network, String prefix) {
    return network(network).placedAt(CROP).stream()
        .filter(placed -> placed.name().startsWith(prefix))
        .toList();
  }

  private static long parametersOf(String network, String prefix) {
    return layers(network, prefix).stream().mapToLong(PlacedLayer::parameterCount).sum();
  }

  private static long values(String network, Role role) {
    return network(network).parameters(CROP).stream()
        .filter(parameter -> parameter.role() == role)
        .mapToLong(Parameter::elements)
        .sum();
  }

  private static ReceptiveField field(NetworkReport report, String layer) {
    return report.rows().stream()
        .filter(row -> row.name().equals(layer))
        .findFirst()
        .orElseThrow()
        .receptiveField();
  }
}
