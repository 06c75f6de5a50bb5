package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.spec.Modification.BatchNorm;
import org.vgg4j.core.spec.Modification.FloorPooling;
import org.vgg4j.core.spec.Modification.Lrn;
import org.vgg4j.core.spec.Modification.NoDropout;
import org.vgg4j.core.spec.Modification.Widen;

class ModificationTests {
  @ParameterizedTest
  @CsvSource({
    "D-BN + batch-norm, D-BN",
    "A-LRN + batch-norm, A-BN + lrn",
    "D + batch-norm + width 1/8, D + width 1/8 + batch-norm",
    "D + width 1/2 + width 1/4, D + width 1/8",
    "D + dropout 0.5, D"
  })
  void waysToTheSameNetwork(String one, String other) {
    assertThat(NetworkNotation.parse("N " + one)).isEqualTo(NetworkNotation.parse("N " + other));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void modifyingTwiceIsModifyingOnce(long seed) {
    NetworkSpec network = new RandomNetworks(seed).network();
    for (Modification modification :
        new Modification[] {
          new BatchNorm(), new NoDropout(), new FloorPooling(), new Widen(Width.FULL)
        }) {
      var once = modification.applyTo(network.layers());
      assertThat(modification.applyTo(once)).as("seed %s, %s", seed, modification).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void classesStayAtEveryWidth(long seed) {
    NetworkSpec network = new RandomNetworks(seed).network();
    NetworkSpec narrow = network.scaledBy(new Width(1, 16));
    assertThat(narrow.classes()).as("seed %s", seed).isEqualTo(network.classes());
    assertThat(narrow.weightLayers()).as("seed %s", seed).isEqualTo(network.weightLayers());
  }

  @ParameterizedTest
  @CsvSource({
    "conv3-8 | fc-classes, conv3-8 lrn | fc-classes",
    "conv3-8 bn conv3-8 fc-classes, conv3-8 bn lrn conv3-8 fc-classes"
  })
  void lrnFollowsTheFirstConvolution(String layers, String expected) {
    NetworkSpec network = NetworkNotation.parse("N " + layers);
    assertThat(new NetworkSpec("N", new Lrn().applyTo(network.layers())))
        .hasToString("N " + expected);
  }
}
