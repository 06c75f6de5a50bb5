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
 * Runs stages side by side, each after its parent. Tiny networks leave most of a processor idle
 * when they share its cores, and use it well with a core each. After a failure nothing new starts,
 * what runs is told to stop, and the first failure is thrown.
 */
final class ParallelStages {
  private final int workers;
  private final Runnable onFailure;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * @param onFailure tells what runs to stop
   */
  ParallelStages(int workers, Runnable onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** Does the work for every stage; parents come before their children in the list. */
  void run(List<Stage> stages, Consumer<Stage> work) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      Map<Stage, CompletableFuture<Void>> futures = new HashMap<>();
      for (Stage stage : stages) {
        CompletableFuture<Void> ready =
            Optional.ofNullable(stage.parent())
                .map(futures::get)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        futures.put(stage, ready.thenRunAsync(() -> guarded(stage, work), executor));
      }
      await(ImmutableList.copyOf(futures.values()));
    } finally {
      executor.shutdown();
    }
  }

  /** Applies a function to every item; the results are in the items' order. */
  <T, R> List<R> map(List<T> items, Function<T, R> function) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      List<CompletableFuture<R>> futures =
          items.stream()
              .map(item -> CompletableFuture.supplyAsync(() -> function.apply(item), executor))
              .collect(ImmutableList.toImmutableList());
      await(futures);
      return futures.stream().map(CompletableFuture::join).collect(ImmutableList.toImmutableList());
    } finally {
      executor.shutdown();
    }
  }

  private void throwIfStopped() {
    if (failure.get() != null) {
      throw new CancellationException("another stage has failed");
    }
  }

  private void guarded(Stage stage, Consumer<Stage> work) {
    throwIfStopped();
    try {
      work.accept(stage);
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
      Throwables.throwIfUnchecked(first == null ? Throwables.getRootCause(e) : first);
      throw e;
    }
  }
}
