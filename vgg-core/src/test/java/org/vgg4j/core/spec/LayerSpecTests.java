package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;

class LayerSpecTests {
  @ParameterizedTest
  @CsvSource({
    "3,1,SAME,7,7",
    "3,1,VALID,7,5",
    "1,1,SAME,7,7",
    "11,4,SAME,224,56",
    "7,2,VALID,224,109",
    "7,1,VALID,7,1"
  })
  void convolutionsCountTheirPositions(
      int kernel, int stride, Padding padding, int size, int expected) {
    assertThat(new Convolution(kernel, stride, padding, 5).output(FeatureShape.rgb(size)))
        .isEqualTo(new FeatureShape(expected, expected, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "2,2,CEIL,7,4",
    "2,2,FLOOR,7,3",
    "2,2,CEIL,8,4",
    "2,2,CEIL,1,1",
    "3,2,CEIL,56,28",
    "3,2,FLOOR,56,27"
  })
  void poolingRoundsAsItSays(int window, int stride, Rounding rounding, int size, int expected) {
    assertThat(new MaxPooling(window, stride, rounding).output(FeatureShape.rgb(size)))
        .isEqualTo(new FeatureShape(expected, expected, 3));
  }

  @Test
  void shapesFollowBothSidesOfTheImage() {
    FeatureShape wide = new FeatureShape(8, 13, 3);
    assertThat(MaxPooling.standard().output(wide)).hasToString("4 x 7 x 3");
    assertThat(new FullyConnected(10).output(wide)).isEqualTo(new FeatureShape(1, 1, 10));
  }

  @Test
  void windowsLargerThanTheMapAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Convolution(3, 1, Padding.VALID, 1).output(FeatureShape.rgb(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MaxPooling(2, 2, Rounding.FLOOR).output(FeatureShape.rgb(1)));
  }
}
