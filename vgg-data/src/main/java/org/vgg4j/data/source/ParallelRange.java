package org.vgg4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Throwables;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Does something for every number of a range on several threads. */
public final class ParallelRange {
  private final int end;
  private final IntConsumer action;
  private final AtomicInteger next = new AtomicInteger();

  private ParallelRange(int end, IntConsumer action) {
    this.end = end;
    this.action = action;
  }

  /**
   * Calls {@code action} once for each number from 0 up to {@code end}, in any order, and returns
   * when all are done. The first failure stops the rest and is thrown as it is.
   */
  public static void forEach(int end, int threads, IntConsumer action) {
    checkArgument(threads > 0, "work needs at least 1 thread, not %s", threads);
    ParallelRange range = new ParallelRange(end, action);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      join(executor.invokeAll(Collections.nCopies(threads, range.worker())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading images", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private Callable<@Nullable Void> worker() {
    return () -> {
      try {
        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
          action.accept(i);
        }
      } finally {
        // A worker that ends early, by a failure, ends the others; one that is done changes
        // nothing.
        next.set(end);
      }
      return null;
    };
  }

  private static void join(List<Future<@Nullable Void>> workers) throws InterruptedException {
    for (Future<@Nullable Void> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        Throwable failure = e.getCause() == null ? e : e.getCause();
        Throwables.throwIfUnchecked(failure);
        throw new IllegalStateException(failure);
      }
    }
  }
}
