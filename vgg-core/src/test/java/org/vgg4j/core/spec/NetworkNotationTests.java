package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

class NetworkNotationTests {
  @Test
  void readsEveryKindOfLayer() {
    NetworkSpec network =
        NetworkNotation.parse(
            "all  conv3-64 lrn conv11/4-96 bn conv3-10-valid |  pool3/2 pool3/2-floor"
                + " lrn(size=3,k=1,alpha=0.5,beta=1) fc-40 bn(epsilon=0.001) drop0.25 fc-classes # !");
    assertThat(network)
        .isEqualTo(
            new NetworkSpec(
                "all",
                List.of(
                    Convolution.same(3, 64),
                    LocalResponseNormalization.krizhevsky(),
                    new Convolution(11, 4, Padding.SAME, 96),
                    BatchNormalization.standard(),
                    new Convolution(3, 1, Padding.VALID, 10),
                    MaxPooling.standard(),
                    new MaxPooling(3, 2, Rounding.CEIL),
                    new MaxPooling(3, 2, Rounding.FLOOR),
                    new LocalResponseNormalization(3, 1, 0.5, 1),
                    new FullyConnected(40),
                    new BatchNormalization(0.001),
                    new Dropout(0.25),
                    new FullyConnected(1000))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conv3-8 conv3-8   fc-classes; conv3-8 x2 fc-classes",
        "conv3-8 x2 conv3-8 conv1-8 fc-classes; conv3-8 x3 conv1-8 fc-classes",
        "conv3/1-8 x1 pool2/2 | pool2/2-floor fc-classes; conv3-8 | | pool2/2-floor fc-classes",
        "conv3-08 lrn(k=2) fc-classes; conv3-8 lrn fc-classes",
        "conv3-8 lrn(alpha=.5) fc-classes; conv3-8 lrn(size=5,k=2,alpha=0.5,beta=0.75) fc-classes",
        "conv3-8 bn(epsilon=0.00001) drop.50 fc-classes; conv3-8 bn drop0.5 fc-classes",
        "fc-8 x2 fc-classes; fc-8 fc-8 fc-classes",
        "conv3-8 bn conv3-8 bn fc-classes; conv3-8 bn conv3-8 bn fc-classes"
      })
  void printsLayersInCanonicalForm(String written, String canonical) {
    assertThat(NetworkNotation.parse("net " + written)).hasToString("net " + canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "D, D",
    "D  +  batch-norm, D + batch-norm",
    "D + width 0.125, D + width 1/8",
    "D + width 2/16 + dropout .30, D + width 1/8 + dropout 0.3",
    "D + no-dropout + floor-pooling, D + no-dropout + floor-pooling",
    "A + lrn, A + lrn"
  })
  void printsDerivationsInCanonicalForm(String written, String canonical) {
    assertThat(NetworkNotation.print(definition(written))).isEqualTo(canonical);
  }

  @Test
  void readsADerivationFromAShippedNetwork() {
    NetworkSpec derived =
        NetworkNotation.parse("mine A + batch-norm + width 1/8 + dropout 0.3 + floor-pooling");
    assertThat(derived)
        .hasToString(
            "mine conv3-8 bn pool2/2-floor conv3-16 bn pool2/2-floor conv3-32 bn conv3-32 bn"
                + " pool2/2-floor conv3-64 bn conv3-64 bn pool2/2-floor conv3-64 bn conv3-64 bn"
                + " pool2/2-floor fc-512 drop0.3 fc-512 drop0.3 fc-classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fc-classes", "conv3-64 x2 | fc-classes", "D + width 1/8", "VGG-16"})
  void printedDefinitionsReadBackAsThemselves(String definition) {
    assertThat(NetworkNotation.print(definition(definition))).isEqualTo(definition);
  }

  @Test
  void runsOfMoreThan99ConvolutionsAreSplit() {
    String line = "deep conv3-8 x99 conv3-8 x51 fc-classes";
    assertThat(NetworkNotation.parse(line)).hasToString(line);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void printedNetworksReadBackAsThemselves(long seed) {
    NetworkSpec network = new RandomNetworks(seed).network();
    String line = NetworkNotation.print(network);
    assertThat(NetworkNotation.parse(line).withClasses(network.classes()))
        .as("seed %s, line %s", seed, line)
        .isEqualTo(network);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void printedDerivationsReadBackAsThemselves(long seed) {
    NetworkDefinition derivation = new RandomNetworks(seed).derivation();
    assertThat(definition(NetworkNotation.print(derivation)))
        .as("seed %s", seed)
        .isEqualTo(derivation);
  }

  private static NetworkDefinition definition(String text) {
    return NetworkLine.parse(SourceLine.of("net " + text).tokens()).definition();
  }
}
