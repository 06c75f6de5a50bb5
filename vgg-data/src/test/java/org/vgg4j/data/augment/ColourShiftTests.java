package org.vgg4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;
import org.vgg4j.data.statistics.PrincipalComponents;
import org.vgg4j.testing.SharedFolder;

class ColourShiftTests {
  private static final PrincipalComponents AXES =
      new PrincipalComponents(
          ImmutableList.of(25500.0, 2550.0, 255.0),
          ImmutableList.of(
              ImmutableList.of(1.0, 0.0, 0.0),
              ImmutableList.of(0.0, 1.0, 0.0),
              ImmutableList.of(0.0, 0.0, 1.0)));

  @Test
  void aShiftIsTheGoldenOneInLevels() throws IOException {
    JsonNode golden =
        new ObjectMapper()
            .readTree(SharedFolder.path("golden/preprocess/rgb_pca.json").toFile())
            .get("subset100");
    PrincipalComponents components =
        new PrincipalComponents(
            doubles(golden.get("eigenvalues_desc")),
            ImmutableList.of(
                doubles(golden.get("eigenvectors_as_rows_of_V_transposed").get(0)),
                doubles(golden.get("eigenvectors_as_rows_of_V_transposed").get(1)),
                doubles(golden.get("eigenvectors_as_rows_of_V_transposed").get(2))));
    float[] shift = new ColourShift(0.1, components).shift(new double[] {0.1, -0.05, 0.2});
    for (int channel = 0; channel < 3; channel++) {
      // The golden example multiplies eigenvalues of colours up to 255 with colours up to 1.
      double expected = golden.get("example").get("shift_rgb").get(channel).asDouble() / 255;
      assertThat((double) shift[channel]).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  private static List<Double> doubles(JsonNode array) {
    List<Double> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asDouble()));
    return values;
  }

  @Test
  void shiftsHaveTheDeviationOfTheirComponents() {
    ColourShift colours = new ColourShift(0.1, AXES);
    int draws = 20_000;
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int i = 0; i < draws; i++) {
      float[] shift = colours.sample(new Seed(i));
      for (int channel = 0; channel < 3; channel++) {
        sums[channel] += shift[channel];
        squares[channel] += shift[channel] * shift[channel];
      }
    }
    double[] expected = {10, 1, 0.1};
    for (int channel = 0; channel < 3; channel++) {
      assertThat(sums[channel] / draws).isCloseTo(0, within(0.03 * expected[channel]));
      assertThat(Math.sqrt(squares[channel] / draws))
          .isCloseTo(expected[channel], within(0.02 * expected[channel]));
    }
  }

  @Test
  void aShiftHangsOnTheSeedAlone() {
    ColourShift colours = new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY);
    assertThat(colours.sample(new Seed(4)))
        .isEqualTo(colours.sample(new Seed(4)))
        .isNotEqualTo(colours.sample(new Seed(5)));
  }

  @Test
  void withoutADeviationNothingIsShifted() {
    assertThat(ColourShift.NONE.sample(new Seed(4))).containsExactly(0, 0, 0);
  }

  @Test
  void theConstantsOfTheFieldMoveColoursByAFewLevels() {
    double[] along = {1, 0, 0};
    assertThat(new ColourShift(0.1, PrincipalComponents.KRIZHEVSKY).shift(along))
        .usingComparatorWithPrecision(0.05f)
        .containsExactly(31.5f, 32.2f, 32.4f);
  }
}
