package org.vgg4j.experiments;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does several things at a time. Tiny networks leave most of a processor idle when they share its
 * cores, and use it well with a core each. After a failure nothing new starts, what runs is told to
 * stop, and the first failure is thrown as it is.
 */
final class SideBySide {
  private final int workers;
  private final Runnable onFailure;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * @param onFailure tells what runs to stop
   */
  SideBySide(int workers, Runnable onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** What runs can't be told to stop, but nothing new starts. */
  SideBySide(int workers) {
    this(workers, () -> {});
  }

  /** Trains stages, each after its parent; parents come before their children in the list. */
  void run(List<Stage> stages, Consumer<Stage> training) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      Map<Stage, CompletableFuture<Void>> futures = new HashMap<>();
      for (Stage stage : stages) {
        CompletableFuture<Void> ready =
            Optional.ofNullable(stage.parent())
                .map(futures::get)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        futures.put(
            stage, ready.thenRunAsync(() -> guarded(stage, asFunction(training)), executor));
      }
      await(ImmutableList.copyOf(futures.values()));
    } finally {
      executor.shutdown();
    }
  }

  /** Does the same with every item, and keeps nothing of it. */
  <T> void forEach(List<T> items, Consumer<T> work) {
    map(items, asFunction(work));
  }

  /** Applies a function to every item; the results are in the items' order. */
  <T, R> List<R> map(List<T> items, Function<T, R> function) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      List<CompletableFuture<R>> futures =
          items.stream()
              .map(item -> CompletableFuture.supplyAsync(() -> guarded(item, function), executor))
              .collect(ImmutableList.toImmutableList());
      await(futures);
      return futures.stream().map(CompletableFuture::join).collect(ImmutableList.toImmutableList());
    } finally {
      executor.shutdown();
    }
  }

  private static <T> Function<T, Boolean> asFunction(Consumer<T> work) {
    return item -> {
      work.accept(item);
      return true;
    };
  }

  private <T, R> R guarded(T item, Function<T, R> work) {
    if (failure.get() != null) {
      throw new CancellationException("something else has failed");
    }
    try {
      return work.apply(item);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      onFailure.run();
      throw e;
    }
  }

  private void await(List<? extends CompletableFuture<?>> futures) {
    try {
      CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      Throwable first = failure.get();
      if (first != null) {
        Throwables.throwIfUnchecked(first);
      }
      throw e;
    }
  }
}
