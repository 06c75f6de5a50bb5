package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;

class MemoryRetryTests {
  private final List<Integer> tried = new ArrayList<>();
  private final Remarks remarks = new Remarks();

  /** A training that fits into memory with so many images at once. */
  private void train(int most, int size) {
    tried.add(size);
    if (size > most) {
      throw Problem.memory("TensorFlow", "the batch does not fit", "use a smaller one");
    }
  }

  @Test
  void microBatchesAreHalvedUntilTheyFit() {
    new MemoryRetry(true, remarks).run(12, size -> train(3, size));
    assertThat(tried).containsExactly(12, 6, 3);
    assertThat(remarks.texts())
        .containsExactly(
            "out of memory; going on with micro-batches of 6",
            "out of memory; going on with micro-batches of 3");
  }

  @Test
  void oneImageThatDoesNotFitIsTheEnd() {
    assertThatThrownBy(() -> new MemoryRetry(true, remarks).run(5, size -> train(0, size)))
        .isInstanceOf(Problem.class);
    assertThat(tried).containsExactly(5, 2, 1);
  }

  @Test
  void nothingIsTriedAgainUnasked() {
    assertThatThrownBy(() -> new MemoryRetry(false, remarks).run(8, size -> train(4, size)))
        .isInstanceOf(Problem.class);
    assertThat(tried).containsExactly(8);
  }

  @Test
  void otherProblemsAreNoMatterOfMemory() {
    MemoryRetry retry = new MemoryRetry(true, remarks);
    assertThatThrownBy(
            () ->
                retry.run(
                    8,
                    size -> {
                      tried.add(size);
                      throw Problem.data("disk", "is full", "free some of it");
                    }))
        .hasMessageStartingWith("disk");
    assertThat(tried).containsExactly(8);
  }
}
