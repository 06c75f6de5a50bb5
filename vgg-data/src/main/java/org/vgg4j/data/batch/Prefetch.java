package org.vgg4j.data.batch;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the items of a range on worker threads and hands them out in order. No more than {@code
 * depth} items are started and not yet taken, so memory is bounded. An item depends on its number
 * alone, hence what comes out doesn't depend on the threads.
 */
final class Prefetch<T> implements ClosableIterator<T> {
  static final String THREAD_NAME = "vgg-data-";

  private final IntFunction<T> items;
  private final int end;
  private final int depth;
  private final List<Thread> workers;

  // Guarded by this, as every access below is.
  private final Map<Integer, T> ready = new HashMap<>();
  private int nextToStart;
  private int nextToTake;
  private @Nullable Throwable failure;
  private boolean closed;

  private Prefetch(IntFunction<T> items, Range range, int threads, int depth) {
    checkArgument(threads > 0, "loading needs at least 1 thread, not %s", threads);
    checkArgument(depth > 0, "at least 1 item is prepared ahead, not %s", depth);
    this.items = items;
    this.end = range.end();
    this.depth = depth;
    this.nextToStart = range.begin();
    this.nextToTake = range.begin();
    this.workers = IntStream.range(0, threads).mapToObj(this::worker).toList();
  }

  /**
   * The numbers from {@code begin} up to and without {@code end}.
   *
   * @param begin the first number
   * @param end the number after the last
   */
  record Range(int begin, int end) {}

  /** Starts the workers. */
  static <T> Prefetch<T> of(IntFunction<T> items, Range range, int threads, int depth) {
    Prefetch<T> prefetch = new Prefetch<>(items, range, threads, depth);
    prefetch.workers.forEach(Thread::start);
    return prefetch;
  }

  private Thread worker(int number) {
    Thread thread = new Thread(this::work, THREAD_NAME + number);
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    try {
      for (int item = started(); item < end; item = started()) {
        finished(item, items.apply(item));
      }
    } catch (Throwable e) { // whatever it is, the consumer throws it
      failed(e);
    }
  }

  /** The number of an item to compute, or {@code end} when there is none any more. */
  private synchronized int started() throws InterruptedException {
    while (running() && nextToStart < end && nextToStart - nextToTake >= depth) {
      wait();
    }
    return running() && nextToStart < end ? nextToStart++ : end;
  }

  private synchronized void finished(int item, T value) {
    ready.put(item, value);
    notifyAll();
  }

  private synchronized void failed(Throwable e) {
    if (failure == null) {
      failure = e;
    }
    notifyAll();
  }

  private boolean running() {
    return failure == null && !closed;
  }

  @Override
  public synchronized boolean hasNext() {
    return nextToTake < end && !closed;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return taken();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for images", e);
    }
  }

  private synchronized T taken() throws InterruptedException {
    while (running() && !ready.containsKey(nextToTake)) {
      wait();
    }
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
      throw new IllegalStateException(failure);
    }
    T item = ready.remove(nextToTake);
    checkState(item != null, "closed while an image was awaited");
    nextToTake++;
    notifyAll();
    return item;
  }

  @Override
  public void close() {
    stop();
    workers.forEach(Uninterruptibles::joinUninterruptibly);
  }

  private synchronized void stop() {
    closed = true;
    ready.clear();
    notifyAll();
  }
}
