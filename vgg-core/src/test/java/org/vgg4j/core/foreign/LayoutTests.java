package org.vgg4j.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

/** Every value is the decimal number of its place: height, width, input, output. */
class LayoutTests {
  private static final Parameter WEIGHTS = new Parameter("fc6", Role.WEIGHTS, List.of(2, 3, 4, 5));

  @ParameterizedTest
  @CsvSource({"hwio,h w i o", "oihw,o i h w"})
  void kernelsComeIntoOurOrder(String kernels, String axes) {
    assertReordered(kernels + ",oi,chw", axes, false);
  }

  @ParameterizedTest
  @CsvSource({"'oi,chw', o i h w", "'oi,hwc', o h w i", "'io,chw', i h w o", "'io,hwc', h w i o"})
  void matricesComeIntoOurOrder(String matrix, String axes) {
    assertReordered("oihw," + matrix, axes, true);
  }

  @Test
  void theChannelsOfPixelsAreReversedWhereTheyWereBgr() {
    Parameter weights = new Parameter("conv1_1", Role.WEIGHTS, List.of(1, 1, 3, 2));
    float[] theirs = {1, 2, 3, 4, 5, 6}; // two outputs, each of blue, green, red
    Strides strides =
        Layout.parse("oihw,oi,chw").strides(weights, List.of(2, 3, 1, 1), false).orElseThrow();
    assertThat(strides.reordered(theirs, weights, ChannelOrder.BGR))
        .containsExactly(3, 6, 2, 5, 1, 4);
    assertThat(strides.reordered(theirs, weights, ChannelOrder.RGB))
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cafe", "oihw,oi", "oihw,chw,oi", "oihw,oi,chw,chw", ""})
  void aLayoutThatIsNoneIsToldWithThoseThereAre(String text) {
    assertThatThrownBy(() -> Convention.parse(text))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("--layout " + text)
        .hasMessageContaining("caffe, keras, torchvision, pytorch, tensorflow");
  }

  @Test
  void torchvisionDividesByADeviationPerChannel() {
    Convention.Input input = Convention.parse("torchvision").input().orElseThrow();
    assertThat(input.channels()).isEqualTo(ChannelOrder.RGB);
    double red = (0.7 * 255 - input.preprocessing().mean().get(0));
    assertThat(red * input.preprocessing().scale().get(0))
        .isCloseTo((0.7 - 0.485) / 0.229, within(1e-12));
  }

  private static void assertReordered(String layout, String axes, boolean fullyConnected) {
    Layout parsed = Layout.parse(layout);
    assertThat(parsed).hasToString(layout);
    List<Integer> shape =
        fullyConnected ? parsed.matrixShape(WEIGHTS) : parsed.kernelShape(WEIGHTS);
    float[] theirs = numbered(axes);
    float[] ours =
        parsed
            .strides(WEIGHTS, shape, fullyConnected)
            .orElseThrow()
            .reordered(theirs, WEIGHTS, ChannelOrder.RGB);
    assertThat(ours).isEqualTo(numbered("h w i o"));
  }

  /** A tensor of 2 x 3 x 4 x 5 with its axes in that order. */
  private static float[] numbered(String axes) {
    float[] values = new float[2 * 3 * 4 * 5];
    String order = axes.replace(" ", "");
    for (int index = 0; index < values.length; index++) {
      int rest = index;
      for (int axis = order.length() - 1; axis >= 0; axis--) {
        int kind = "hwio".indexOf(order.charAt(axis));
        values[index] += rest % (kind + 2) * (float) Math.pow(10, 3 - kind);
        rest /= kind + 2;
      }
    }
    return values;
  }
}
