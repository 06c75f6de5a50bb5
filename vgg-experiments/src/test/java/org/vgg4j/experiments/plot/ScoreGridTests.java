package org.vgg4j.experiments.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import org.junit.jupiter.api.Test;
import org.vgg4j.data.image.Window;

class ScoreGridTests {
  /** Crops of 8 pixels, 4 apart: their middles are at 4 and 8, between pixels 3 and 4, 7 and 8. */
  private static final ScoreGrid GRID =
      new ScoreGrid(2, 2, ImmutableDoubleArray.of(0, 10, 20, 30), 8, 4);

  @Test
  void aScoreStandsInTheMiddleOfWhatItsPositionSees() {
    Window second = new Window(4, 4, 8, 8);
    int middle = second.y() + second.height() / 2;
    double around = (GRID.at(middle - 1, middle - 1) + GRID.at(middle, middle)) / 2;
    assertThat(around).isCloseTo(30, within(2.0));
    assertThat(GRID.at(middle, middle)).isEqualTo(30);
    assertThat(GRID.at(middle - 1, middle - 1)).isLessThan(30);
  }

  @Test
  void betweenPositionsScoresAreMixedEvenly() {
    double left = GRID.at(3, 5);
    double right = GRID.at(3, 6);
    assertThat(left).isCloseTo(10 * 1.5 / 4, within(1e-9));
    assertThat(right - left).isCloseTo(10 / 4.0, within(1e-9));
  }

  @Test
  void beyondTheOutermostPositionsScoresStay() {
    assertThat(GRID.at(0, 0)).isZero();
    assertThat(GRID.at(0, 100)).isEqualTo(10);
    assertThat(GRID.at(100, 0)).isEqualTo(20);
    assertThat(GRID.low()).isZero();
    assertThat(GRID.high()).isEqualTo(30);
  }

  @Test
  void aSinglePositionCoversAll() {
    ScoreGrid one = new ScoreGrid(1, 1, ImmutableDoubleArray.of(7), 8, 4);
    assertThat(one.at(0, 0)).isEqualTo(7);
    assertThat(one.at(7, 7)).isEqualTo(7);
  }

  @Test
  void aMapWithoutAScoreForEachPositionIsRefused() {
    assertThatThrownBy(() -> new ScoreGrid(2, 2, ImmutableDoubleArray.of(1), 8, 4))
        .hasMessage("1 scores");
  }
}
