package org.vgg4j.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.core.Problem;
import org.vgg4j.data.batch.Prefetch.Range;

@Timeout(20)
class PrefetchTests {
  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith(Prefetch.THREAD_NAME));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "8, 1", "8, 3", "3, 100"})
  void itemsComeInOrderEachOnce(int threads, int depth) {
    try (Prefetch<Integer> items =
        Prefetch.of(PrefetchTests::slowly, new Range(3, 60), threads, depth)) {
      assertThat(ImmutableList.copyOf(items))
          .containsExactlyElementsOf(IntStream.range(3, 60).boxed().toList());
    }
  }

  /** The earlier of two neighbours takes longer. */
  private static int slowly(int item) {
    Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(item % 2 == 0 ? 2 : 0));
    return item;
  }

  @Test
  void noMoreThanTheDepthIsPreparedAhead() {
    AtomicInteger started = new AtomicInteger();
    try (Prefetch<Integer> items =
        Prefetch.of(item -> started.incrementAndGet(), new Range(0, 100), 4, 6)) {
      items.next();
      Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(50));
      assertThat(started.get()).isBetween(1, 7);
    }
  }

  @Test
  void aFailureReachesTheConsumerAtOnceAndAsItIs() {
    Problem problem = Problem.data("x.JPEG", "is damaged", "delete it");
    CountDownLatch never = new CountDownLatch(1);
    try (Prefetch<Integer> items =
        Prefetch.of(item -> failing(item, problem, never), new Range(0, 10), 2, 10)) {
      assertThatThrownBy(items::next).isSameAs(problem);
      assertThatThrownBy(items::next).isSameAs(problem);
      never.countDown();
    }
  }

  /** Item 0 takes as long as the test lasts, item 1 fails. */
  private static int failing(int item, Problem problem, CountDownLatch end) {
    if (item == 1) {
      throw problem;
    }
    Uninterruptibles.awaitUninterruptibly(end);
    return item;
  }

  @Test
  void closingEarlyEndsTheWorkersWhetherBusyOrWaiting() {
    Prefetch<Integer> items = Prefetch.of(PrefetchTests::slowly, new Range(0, 1000), 4, 8);
    items.next();
    items.close();
    assertThat(items.hasNext()).isFalse();
    items.close();
  }

  @Test
  void nothingComesAfterTheLast() {
    try (Prefetch<Integer> items = Prefetch.of(item -> item, new Range(0, 1), 2, 2)) {
      items.next();
      assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void anInterruptedConsumerStopsWaiting() {
    CountDownLatch end = new CountDownLatch(1);
    try (Prefetch<Boolean> items =
        Prefetch.of(
            item -> Uninterruptibles.awaitUninterruptibly(end, Duration.ofSeconds(10)),
            new Range(0, 1),
            1,
            1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(items::next).hasMessage("interrupted while waiting for images");
      assertThat(Thread.interrupted()).isTrue();
      end.countDown();
    }
  }
}
