package org.vgg4j.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsComparisonTests {
  @TempDir private Path folder;

  private TensorFile file(String name, TensorFileWriter writer) {
    Path path = folder.resolve(name + ".safetensors");
    writer.writeTo(path);
    return TensorFile.open(path);
  }

  private static TensorFileWriter tensors(Map<String, String> metadata) {
    return new TensorFileWriter(metadata);
  }

  private WeightsComparison compare(float[] first, float[] second) {
    List<Integer> shape = List.of(2, first.length / 2);
    return WeightsComparison.of(
        file("a", tensors(Map.of()).floats("w", shape, () -> first)),
        file("b", tensors(Map.of()).floats("w", shape, () -> second)));
  }

  @Test
  void equalTensorsAreIdenticalWhateverTheMetadata() {
    WeightsComparison comparison =
        WeightsComparison.of(
            file("a", tensors(Map.of("by", "one")).floats("w", List.of(2), () -> new float[2])),
            file("b", tensors(Map.of()).floats("w", List.of(2), () -> new float[2])));
    assertThat(comparison.identical()).isTrue();
    assertThat(comparison.tensors()).isEqualTo(1);
    assertThat(comparison.values()).isEqualTo(2);
  }

  @Test
  void theFirstDifferenceIsToldWithItsPlaceAndBothValues() {
    WeightsComparison comparison =
        compare(new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 2, 3, 4, 5.5f, 7});
    assertThat(comparison.identical()).isFalse();
    assertThat(comparison.differing())
        .containsExactly(new TensorDifference("w", List.of(1, 1), 5, 5.5, 2, 1, 1.5));
    assertThat(comparison.largest()).isEqualTo(1);
    assertThat(comparison.mean()).isEqualTo(1.5 / 6);
  }

  @Test
  void aDifferenceBehindTheFirstChunkIsFoundInItsPlace() {
    float[] first = new float[1_000_000];
    float[] second = new float[1_000_000];
    second[900_001] = 0.25f;
    assertThat(compare(first, second).differing())
        .containsExactly(new TensorDifference("w", List.of(1, 400_001), 0, 0.25, 1, 0.25, 0.25));
  }

  @Test
  void bitsCountSoThatNotANumberEqualsItselfAndMinusZeroIsNotZero() {
    assertThat(compare(new float[] {Float.NaN, 1}, new float[] {Float.NaN, 1}).identical())
        .isTrue();
    WeightsComparison signs = compare(new float[] {0, 1}, new float[] {-0.0f, 1});
    assertThat(signs.identical()).isFalse();
    assertThat(signs.largest()).isZero();
  }

  @Test
  void aNumberThatIsNoneMakesTheLargestDifferenceNone() {
    assertThat(compare(new float[] {1, 2}, new float[] {Float.NaN, 3}).largest()).isNaN();
  }

  @Test
  void whatIsMissingOrOfAnotherShapeIsNamed() {
    WeightsComparison comparison =
        WeightsComparison.of(
            file(
                "a",
                tensors(Map.of())
                    .floats("fc8", List.of(2, 3), () -> new float[6])
                    .floats("old", List.of(1), () -> new float[1])
                    .ints("count", new int[] {1})),
            file(
                "b",
                tensors(Map.of())
                    .floats("fc8", List.of(3, 2), () -> new float[6])
                    .floats("new", List.of(1), () -> new float[1])
                    .floats("count", List.of(1), () -> new float[1])));
    assertThat(comparison.identical()).isFalse();
    assertThat(comparison.onlyInFirst()).containsExactly("old");
    assertThat(comparison.onlyInSecond()).containsExactly("new");
    assertThat(comparison.otherShapes())
        .containsExactly("fc8 F32 [2, 3] and F32 [3, 2]", "count I32 [1] and F32 [1]");
  }

  @Test
  void scalarsAndEmptyTensorsCompare() {
    WeightsComparison comparison =
        WeightsComparison.of(
            file(
                "a",
                tensors(Map.of())
                    .floats("scalar", List.of(), () -> new float[] {1})
                    .floats("empty", List.of(0), () -> new float[0])),
            file(
                "b",
                tensors(Map.of())
                    .floats("scalar", List.of(), () -> new float[] {2})
                    .floats("empty", List.of(0), () -> new float[0])));
    assertThat(comparison.differing())
        .containsExactly(new TensorDifference("scalar", List.of(), 1, 2, 1, 1, 1));
  }
}
