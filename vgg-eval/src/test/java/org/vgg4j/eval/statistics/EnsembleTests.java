package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;

class EnsembleTests {
  private static final List<String> IDS = List.of("val/a", "val/b");
  private static final float[] FIRST = {0.8f, 0.2f, 0.4f, 0.6f};
  private static final float[] SECOND = {0.5f, 0.5f, 0, 1};

  private final Ensemble ensemble = new Ensemble();

  private static Posteriors store(float[] values, Map<String, String> madeFrom) {
    return new Posteriors(IDS, new int[] {0, 1}, values, madeFrom);
  }

  @Test
  void posteriorsAreAveraged() {
    ensemble.add("A", store(FIRST, Map.of()));
    ensemble.add("B", store(SECOND, Map.of()));
    Posteriors fused = ensemble.posteriors();
    assertThat(fused.of(0, 0)).isCloseTo(0.65f, within(1e-7f));
    assertThat(fused.of(0, 1)).isCloseTo(0.35f, within(1e-7f));
    assertThat(fused.of(1, 0)).isCloseTo(0.2f, within(1e-7f));
    assertThat(fused.of(1, 1)).isCloseTo(0.8f, within(1e-7f));
    assertThat(fused.ids()).isEqualTo(IDS);
    assertThat(fused.label(1)).isEqualTo(1);
  }

  @Test
  void weightsNeedNoParticularSum() {
    ensemble.add("A", store(FIRST, Map.of()), 3);
    ensemble.add("B", store(SECOND, Map.of()), 1);
    assertThat(ensemble.posteriors().of(0, 0)).isCloseTo(0.725f, within(1e-7f));
  }

  @Test
  void imagesInAnotherOrderAreMatchedByTheirIds() {
    ensemble.add("A", store(FIRST, Map.of()));
    ensemble.add("B", Stores.reversed(store(SECOND, Map.of())));
    assertThat(ensemble.posteriors().of(0, 0)).isCloseTo(0.65f, within(1e-7f));
    assertThat(ensemble.posteriors().of(1, 1)).isCloseTo(0.8f, within(1e-7f));
  }

  @Test
  void onePartIsItself() {
    ensemble.add("A", store(FIRST, Map.of()));
    assertThat(ensemble.posteriors().of(1, 1)).isEqualTo(0.6f);
  }

  @Test
  void whatAllPartsShareIsKeptAndWhatDiffersIsNamedByPart() {
    ensemble.add("A", store(FIRST, Map.of("data", "val", "protocol", "dense|Q=256")));
    ensemble.add("B", store(SECOND, Map.of("data", "val", "protocol", "dense|Q=384")), 2);
    assertThat(ensemble.posteriors().madeFrom())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ensemble", "2 parts",
                "data", "val",
                "part 1 store", "A",
                "part 1 weight", "1.0",
                "part 1 protocol", "dense|Q=256",
                "part 2 store", "B",
                "part 2 weight", "2.0",
                "part 2 protocol", "dense|Q=384"));
  }

  @Test
  void anEnsembleCanBeAPart() {
    ensemble.add("A", store(FIRST, Map.of()));
    ensemble.add("B", store(SECOND, Map.of()));
    Ensemble outer = new Ensemble();
    outer.add("AB", ensemble.posteriors());
    outer.add("A", store(FIRST, Map.of()));
    assertThat(outer.posteriors().madeFrom())
        .containsEntry("ensemble", "2 parts")
        .containsEntry("part 1 ensemble", "2 parts")
        .containsEntry("part 1 part 2 store", "B");
  }

  @Test
  void ensemblesThatHaveAPartInCommonKeepItAsTheirs() {
    Map<String, String> both = Map.of("ensemble", "2 parts", "part 1 store", "D");
    ensemble.add("D+E", store(FIRST, both));
    ensemble.add("D+F", store(SECOND, both));
    assertThat(ensemble.posteriors().madeFrom())
        .containsEntry("part 1 store", "D+E")
        .containsEntry("part 1 part 1 store", "D")
        .containsEntry("part 2 part 1 store", "D")
        .containsEntry("part 2 ensemble", "2 parts");
  }

  @Test
  void storesThatDoNotBelongTogetherAreRefusedWithTheFirstThatDiffers() {
    ensemble.add("A", store(FIRST, Map.of("classNames", "[\"cat\",\"dog\"]")));
    refused(
        "B: lacks image val/b of A",
        new Posteriors(List.of("val/a", "val/c"), new int[] {0, 1}, SECOND, Map.of()));
    refused(
        "B: has image val/c, which A lacks",
        new Posteriors(
            List.of("val/a", "val/c", "val/b"),
            new int[] {0, 1, 1},
            new float[] {1, 0, 1, 0, 1, 0},
            Map.of()));
    refused(
        "B: has image val/b in class 0, A has it in class 1",
        new Posteriors(IDS, new int[] {0, 0}, SECOND, Map.of()));
    refused("B: has 3 classes, A has 2", Stores.withRanks(3, 1, 1));
    refused(
        "B: calls class 0 dog, A calls it cat",
        store(SECOND, Map.of("classNames", "[\"dog\",\"cat\"]")));
    refused(
        "B: is PARTIAL (2 of 9 images), A is a whole split",
        store(SECOND, Map.of("partial", "2 of 9 images")));
  }

  private void refused(String message, Posteriors store) {
    assertThatThrownBy(() -> ensemble.add("B", store))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void partialStoresOfTheSameImagesMakeAPartialEnsemble() {
    ensemble.add("A", store(FIRST, Map.of("partial", "2 of 9 images")));
    ensemble.add("B", store(SECOND, Map.of("partial", "2 of 9 images")));
    assertThat(ensemble.posteriors().madeFrom()).containsEntry("partial", "2 of 9 images");
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    Posteriors store = store(FIRST, Map.of());
    assertThatThrownBy(() -> ensemble.add("A", store, 0)).hasMessage("a weight is 0.0");
    assertThatThrownBy(() -> ensemble.add("A", store, Double.NaN)).hasMessage("a weight is NaN");
    assertThatThrownBy(ensemble::posteriors).hasMessage("an ensemble needs a part");
  }
}
