package org.vgg4j.experiments.cli;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends work in good order when the process is interrupted or terminated: the process ends only when
 * the work has been closed. The exit code, 130 or 143, is the virtual machine's own.
 */
final class StopOnSignal implements AutoCloseable {
  /** Longer than a batch of the largest network. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String farewell;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop);
  private volatile boolean asked;

  /**
   * Listens to signals until it is closed.
   *
   * @param farewell what people are told when the work was stopped
   */
  StopOnSignal(String farewell) {
    this.farewell = farewell;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    asked = true;
    try {
      if (closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("vgg: stopped; " + farewell);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * To be called often.
   *
   * @throws CancellationException if the work has to end
   */
  void check() {
    if (asked) {
      throw new CancellationException("stopped by a signal");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process ends at this very moment.
      }
    }
  }
}
