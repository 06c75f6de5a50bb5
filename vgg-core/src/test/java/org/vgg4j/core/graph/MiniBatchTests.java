package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MiniBatchTests {

  @Test
  void imagesLieOneAfterTheOther() {
    try (MiniBatch batch = new MiniBatch(3, 1)) {
      batch.put(2, new byte[] {7, 8, 9}, 5);
      batch.put(1, new byte[] {0, 0, 0}, 0);
      batch.put(0, new byte[] {1, 2, 3}, 4);
      batch.shift(1, new float[] {0.5f, 0, -1});
      assertThat(batch.pixels()).containsExactly(1, 2, 3, 0, 0, 0, 7, 8, 9);
      assertThat(batch.labels()).containsExactly(4, 0, 5);
      assertThat(batch.shifts()).containsExactly(0, 0, 0, 0.5f, 0, -1, 0, 0, 0);
    }
  }

  @Test
  void anImageCanBeReplaced() {
    try (MiniBatch batch = MiniBatch.of(new byte[] {1, 2, 3, 4, 5, 6}, new int[] {0, 1}, 1)) {
      batch.put(1, new byte[] {-1, -2, -3}, 9);
      assertThat(batch.pixels()).containsExactly(1, 2, 3, -1, -2, -3);
      assertThat(batch.labels()).containsExactly(0, 9);
    }
  }

  @Test
  void pixelsOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> MiniBatch.of(new byte[7], new int[] {0, 1}, 1))
        .hasMessage("7 bytes are not 2 crops of 1 pixels");
    try (MiniBatch batch = new MiniBatch(1, 2)) {
      assertThatThrownBy(() -> batch.put(0, new byte[3], 0))
          .hasMessage("an image of 2 x 2 pixels has 12 bytes, not 3");
    }
  }
}
