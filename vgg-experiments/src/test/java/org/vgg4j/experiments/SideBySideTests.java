package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vgg4j.core.Problem;

@Timeout(20)
class SideBySideTests {
  private final Problem full =
      Problem.data("out", "can't be written", "free space").causedBy(new IOException("full"));

  @Test
  void resultsAreInTheOrderOfTheItems() {
    assertThat(new SideBySide(3).map(List.of(1, 2, 3, 4), item -> 10 * item))
        .containsExactly(10, 20, 30, 40);
  }

  @Test
  void theFirstFailureIsThrownAsItIsWhateverCausedIt() {
    assertThatThrownBy(() -> new SideBySide(2).forEach(List.of(1), item -> fail())).isSameAs(full);
  }

  @Test
  void afterAFailureNothingNewStartsAndWhatRunsIsTold() {
    Queue<Integer> started = new ConcurrentLinkedQueue<>();
    Queue<String> told = new ConcurrentLinkedQueue<>();
    SideBySide one = new SideBySide(1, () -> told.add("stop"));
    assertThatThrownBy(
            () ->
                one.forEach(
                    List.of(1, 2, 3),
                    item -> {
                      started.add(item);
                      fail();
                    }))
        .isSameAs(full);
    assertThat(started).containsExactly(1);
    assertThat(told).containsExactly("stop");
  }

  private void fail() {
    throw full;
  }
}
