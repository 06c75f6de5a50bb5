package org.vgg4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;

class ParallelRangeTests {

  @Test
  void everyNumberComesOnce() {
    BitSet seen = new BitSet();
    AtomicInteger calls = new AtomicInteger();
    ParallelRange.forEach(
        1000,
        4,
        i -> {
          calls.incrementAndGet();
          synchronized (seen) {
            seen.set(i);
          }
        });
    assertThat(calls).hasValue(1000);
    assertThat(seen.cardinality()).isEqualTo(1000);
  }

  @Test
  void theFirstFailureStopsTheRestAndIsThrownAsItIs() {
    Problem problem = Problem.data("x.JPEG", "is damaged", "delete it");
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ParallelRange.forEach(
                    1_000_000,
                    4,
                    i -> {
                      calls.incrementAndGet();
                      if (i == 10) {
                        throw problem;
                      }
                    }))
        .isSameAs(problem);
    assertThat(calls.get()).isLessThan(1_000_000);
  }
}
