package org.vgg4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Cell;

class BestRowTests {
  private static BestRow rowOf(int truth, float... values) {
    Posteriors posteriors = new Posteriors(List.of("a"), new int[] {truth}, values, Map.of());
    return new BestRow(Cell.cited("A", "a test", null), posteriors);
  }

  @Test
  void anImageIsTakenForItsLikeliestClass() {
    assertThat(rowOf(0, 0.25f, 0.75f).takenFor(0)).contains("1");
    assertThat(rowOf(1, 0.25f, 0.75f).takenFor(0)).isEmpty();
  }

  @Test
  void anImageWithAClassAsLikelyAsTheTrueOneIsWrongAsInItsError() {
    assertThat(rowOf(0, 0.5f, 0.5f).takenFor(0)).contains("1");
    assertThat(rowOf(1, 0.5f, 0.5f).takenFor(0)).contains("0");
  }
}
