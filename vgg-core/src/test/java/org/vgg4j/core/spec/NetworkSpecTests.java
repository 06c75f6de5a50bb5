package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

class NetworkSpecTests {
  private static final NetworkSpec SMALL =
      NetworkNotation.parse("small conv3-12 bn | conv3-20 | fc-40 drop0.5 fc-classes");

  @Test
  void endsWithTheClassifier() {
    assertThatThrownBy(() -> new NetworkSpec("open", List.of(Convolution.same(3, 8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("network open must end with fc-classes");
  }

  @Test
  void scalesHiddenLayersAndKeepsClasses() {
    assertThat(SMALL.scaledBy(new Width(1, 8)))
        .hasToString("small conv3-2 bn | conv3-3 | fc-5 drop0.5 fc-classes")
        .extracting(NetworkSpec::classes)
        .isEqualTo(1000);
  }

  @Test
  void changesOnlyTheLastLayerForOtherClasses() {
    NetworkSpec ten = SMALL.withClasses(10);
    assertThat(ten.classes()).isEqualTo(10);
    assertThat(ten.withClasses(1000)).isEqualTo(SMALL);
  }

  @Test
  void namesParametersByLayerAndRole() {
    assertThat(SMALL.parameters(8))
        .extracting(Parameter::name)
        .containsExactly(
            "conv1_1/weights",
            "conv1_1/biases",
            "conv1_1/scale",
            "conv1_1/shift",
            "conv1_1/mean",
            "conv1_1/variance",
            "conv2_1/weights",
            "conv2_1/biases",
            "fc3/weights",
            "fc3/biases",
            "fc4/weights",
            "fc4/biases");
  }

  @Test
  void runningStatisticsAreNotCounted() {
    long batchNormalization = 12 + 12;
    assertThat(SMALL.parameterCount(8))
        .isEqualTo(
            (27 * 12 + 12)
                + batchNormalization
                + (9 * 12 * 20 + 20)
                + (2 * 2 * 20 * 40 + 40)
                + (40 * 1000 + 1000));
  }

  @Test
  void onlyTheLastLayerIsTheClassifier() {
    assertThat(SMALL.placedAt(8)).filteredOn(PlacedLayer::last).hasSize(1);
  }

  @Test
  void rectificationFollowsWeightLayersButTheLastAndComesBehindBatchNormalisation() {
    NetworkSpec network =
        NetworkNotation.parse("mine conv3-2 bn lrn | conv3-2 fc-3 bn drop0.5 fc-3 fc-classes");
    assertThat(network.placedAt(8))
        .filteredOn(PlacedLayer::rectified)
        .extracting(placed -> NetworkNotation.print(placed.layer()))
        .containsExactly("bn", "conv3-2", "bn", "fc-3");
  }

  @Test
  void saysWhichLayerAnImageIsTooSmallFor() {
    NetworkSpec alexNet = NetworkCatalogue.shipped().network("AlexNet");
    assertThatThrownBy(() -> alexNet.placedAt(56))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(
            "AlexNet at 56 pixels: pool3 can't work on a feature map of 2 x 2 x 256");
  }

  @ParameterizedTest
  @CsvSource({"64,2", "32,1", "37,2", "73,3", "224,7"})
  void poolingRoundsUp(int size, int last) {
    assertThat(mapBeforeHead(NetworkCatalogue.shipped().network("D"), size)).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 37, 55, 64, 73, 110, 146, 224, 255, 384})
  void floorPoolingDividesByThePowerOfTwo(int size) {
    NetworkSpec network = NetworkNotation.parse("floor D + floor-pooling");
    assertThat(mapBeforeHead(network, size)).isEqualTo(size / 32);
  }

  @Test
  void alexNetHasTheCountOfTheOneColumnNetwork() {
    NetworkSpec alexNet = NetworkCatalogue.shipped().network("AlexNet");
    // torchvision pads the first layer by 2 and gets 55 x 55; zero padding gives 56 x 56 here. The
    // maps are equal from the first pooling on, so the parameters are.
    assertThat(alexNet.placedAt(224))
        .filteredOn(placed -> placed.layer() instanceof MaxPooling)
        .extracting(placed -> placed.output().height())
        .containsExactly(27, 13, 6);
    assertThat(alexNet.parameterCount(224)).isEqualTo(61_100_840);
  }

  private static int mapBeforeHead(NetworkSpec network, int size) {
    return network.placedAt(size).stream()
        .filter(placed -> placed.name().equals("fc6"))
        .findFirst()
        .orElseThrow()
        .input()
        .height();
  }
}
