package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelCheckTests {
  private static final int CLASSES = 10;

  /** A network that is sure of {@code predicted} for every image of a class. */
  private static Posteriors posteriors(int images, IntUnaryOperator predicted) {
    int[] labels = IntStream.range(0, images).map(i -> i % CLASSES).toArray();
    float[] values = new float[images * CLASSES];
    for (int i = 0; i < images; i++) {
      values[i * CLASSES + predicted.applyAsInt(labels[i])] = 1;
    }
    List<String> ids = IntStream.range(0, images).mapToObj(Integer::toString).toList();
    List<String> names = List.of("tench", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    return new Posteriors(ids, labels, values, Map.of("classNames", TextList.print(names)));
  }

  @Test
  void labelsThatArePermutedAreToldWithWhatTheRightOrderWouldGive() {
    assertThat(LabelCheck.of(posteriors(200, label -> (label + 3) % CLASSES)))
        .get()
        .asString()
        .startsWith(
            "labels are probably permuted: as often right as by chance (100% if every predicted"
                + " class had the label it mostly meets); ")
        .contains("for instance class 0, tench");
  }

  @Test
  void withFewImagesOfAClassTheBestOrderIsNotGuessed() {
    assertThat(LabelCheck.of(posteriors(90, label -> (label + 3) % CLASSES)))
        .get()
        .asString()
        .doesNotContain("mostly meets");
  }

  @Test
  void aNetworkBetterThanChanceIsNotSuspected() {
    assertThat(LabelCheck.of(posteriors(200, label -> label))).isEmpty();
    assertThat(LabelCheck.of(posteriors(200, label -> label < 3 ? label : 0))).isEmpty();
  }

  @Test
  void aHandfulOfImagesProvesNothing() {
    assertThat(LabelCheck.of(posteriors(4, label -> (label + 3) % CLASSES))).isEmpty();
  }
}
