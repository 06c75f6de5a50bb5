package org.vgg4j.experiments.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vgg4j.experiments.gate.Check.Outcome;

/** Cells image by image, on the same machine. */
class CellDriftTests {
  private static final double NO_LIMIT = 100;

  /** So many cells, of which the first has so many images wrong, the others twenty. */
  private static Map<String, CellRecord> cells(int cells, int wrongOfFirst) {
    Map<String, CellRecord> all = new TreeMap<>();
    for (int i = 0; i < cells; i++) {
      all.put("cell " + i, References.cell(i == 0 ? wrongOfFirst : 20));
    }
    return all;
  }

  private static List<Check> failed(double most, int cells, int wrongOfFirst) {
    return new CellDrift(most)
        .checks(cells(cells, 20), cells(cells, wrongOfFirst)).stream()
            .filter(check -> check.is(Outcome.FAILED))
            .toList();
  }

  @Test
  void sixImagesThatAllWentWrongAreNoChance() {
    assertThat(failed(NO_LIMIT, 1, 24)).isEmpty();
    assertThat(failed(NO_LIMIT, 1, 26))
        .singleElement()
        .returns("+1.2 points: 6 images went wrong, 0 right (Holm's p 0.016)", Check::why);
  }

  @Test
  void imagesThatWentRightAreDriftAsWell() {
    assertThat(failed(NO_LIMIT, 1, 10))
        .singleElement()
        .extracting(Check::why)
        .asString()
        .startsWith("-2.0 points: 0 images went wrong, 10 right");
  }

  @Test
  void amongManyCellsOneNeedsMoreImages() {
    assertThat(failed(NO_LIMIT, 12, 26)).isEmpty();
    assertThat(failed(NO_LIMIT, 12, 30)).hasSize(1);
  }

  @Test
  void theErrorMustNotMoveFartherThanTheLimitWhateverTheTestSays() {
    assertThat(failed(1, 12, 26)).hasSize(1);
  }
}
