package org.vgg4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.data.image.ImageSize;

class DenseArithmeticTests {
  @ParameterizedTest
  @ValueSource(strings = {"A", "C", "E"})
  void atTheCropSizeAnImageCostsWhatACropCosts(String name) {
    NetworkSpec network = NetworkCatalogue.shipped().network(name);
    assertThat(new DenseArithmetic(network, 224).multiplyAdds(new ImageSize(224, 224)))
        .isEqualTo(network.multiplyAdds(224));
  }

  /** 8 x 12 after conv3-2; 4 x 6 after pooling; the 2 x 2 kernel has 3 x 5 positions. */
  @Test
  void everyLayerCountsForThePositionsThatItHas() {
    NetworkSpec network = NetworkNotation.parse("tiny conv3-2 | fc-5 fc-classes").withClasses(3);
    assertThat(new DenseArithmetic(network, 4).multiplyAdds(new ImageSize(8, 12)))
        .isEqualTo(8 * 12 * 9 * 3 * 2 + 3 * 5 * (2 * 2 * 2 * 5 + 5 * 3));
  }
}
