package org.vgg4j.experiments.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Floats;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.eval.ClassScorer;
import org.vgg4j.eval.Posteriors;

/** What stands between a network and its result: channels, and the order of classes. */
class ConfoundersTests {
  private static final Posteriors GIVEN =
      new Posteriors(
          List.of("val/a", "val/b"),
          new int[] {0, 2},
          new float[] {0.5f, 0.3f, 0.2f, 0.1f, 0.2f, 0.7f},
          Map.of("partial", "2 of 9 images"));

  @Test
  void classesAreReadFromTheFirstFromTheLastAndFromTheOneBefore() {
    assertThat(rows(LabelOrder.GIVEN)).containsExactly(0.5f, 0.3f, 0.2f, 0.1f, 0.2f, 0.7f);
    assertThat(rows(LabelOrder.REVERSED)).containsExactly(0.2f, 0.3f, 0.5f, 0.7f, 0.2f, 0.1f);
    assertThat(rows(LabelOrder.SHIFTED)).containsExactly(0.2f, 0.5f, 0.3f, 0.7f, 0.1f, 0.2f);
  }

  private static List<Float> rows(LabelOrder order) {
    Posteriors read = order.appliedTo(GIVEN);
    assertThat(read.ids()).isEqualTo(GIVEN.ids());
    assertThat(read.label(1)).isEqualTo(2);
    assertThat(read.madeFrom()).isEqualTo(GIVEN.madeFrom());
    return IntStream.range(0, 6).mapToObj(i -> read.of(i / 3, i % 3)).toList();
  }

  @Test
  void anOutcomeCountsTheImagesForWhichAnotherClassIsChosen() {
    Outcome given = Outcome.of(GIVEN);
    Outcome reversed = Outcome.of(LabelOrder.REVERSED.appliedTo(GIVEN));
    assertThat(given.choices().asList()).containsExactly(0, 2);
    assertThat(given.ranks().wrong(1)).isZero();
    assertThat(given.ranks().part()).isEqualTo("2 of 9 images");
    assertThat(reversed.choices().asList()).containsExactly(2, 0);
    assertThat(reversed.choicesOtherThanIn(given)).isEqualTo(2);
    assertThat(given.choicesOtherThanIn(given)).isZero();
  }

  /** Gives back the red and the blue of the first pixel, and tells nothing else. */
  private static final class Echo implements ClassScorer {
    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int crop() {
      return 7;
    }

    @Override
    public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
      assertThat(pixels).hasSize(height * width * 3);
      return Floats.toArray(IntStream.range(0, pixels.length).mapToObj(i -> pixels[i]).toList());
    }
  }

  @Test
  void redAndBlueOfEveryPixelChangePlacesAndTheImageStaysAsItWas() {
    byte[] pixels = {1, 2, 3, 4, 5, 6};
    ClassScorer scorer = new BlueFirst(new Echo());
    assertThat(scorer.posteriors(pixels, 1, 2, Averaging.SCORES)).containsExactly(3, 2, 1, 6, 5, 4);
    assertThat(pixels).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(scorer.classes()).isEqualTo(2);
    assertThat(scorer.crop()).isEqualTo(7);
    assertThat(scorer.classNames()).isEmpty();
  }
}
