package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTests {
  @Test
  void adjustedPAreThoseOfIndependentSoftware() {
    List<JsonNode> cases = GoldenStatistics.cases("holm");
    assertThat(cases).hasSize(4);
    for (JsonNode golden : cases) {
      List<Double> adjusted = Holm.adjusted(GoldenStatistics.doubles(golden.get("p")));
      List<Double> expected = GoldenStatistics.doubles(golden.get("adjusted"));
      assertThat(adjusted).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        double p = expected.get(i);
        assertThat(adjusted.get(i)).as("%s of %s", i, golden).isCloseTo(p, within(1e-9 * p));
        assertThat(adjusted.get(i) <= ComparisonFamily.LEVEL)
            .isEqualTo(golden.get("reject_005").get(i).asBoolean());
      }
    }
  }

  @Test
  void aFamilyWithoutTestsHasNothingToAdjust() {
    assertThat(Holm.adjusted(List.of())).isEmpty();
  }

  @Test
  void aPBelowTheStrictestLevelIsRejectedWhateverTheOthersSay() {
    assertThat(Holm.strictestLevel(1)).isEqualTo(0.05);
    assertThat(Holm.strictestLevel(4)).isEqualTo(0.0125);
    assertThat(Holm.adjusted(List.of(0.0124, 0.9, 0.5, 1.0)).get(0)).isLessThan(0.05);
    assertThat(Holm.adjusted(List.of(0.0124, 0.001, 0.012, 0.0123)).get(0)).isLessThan(0.05);
  }
}
