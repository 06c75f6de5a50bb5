package org.vgg4j.train;

import java.time.Duration;

/**
 * Ends trainings in good order: whoever asks waits until each has saved what it has. One switch
 * serves all trainings of a process, and stays on.
 */
public final class StopSwitch {
  private boolean on;
  private int trainings;

  /** Whether trainings should save and end. */
  public synchronized boolean isOn() {
    return on;
  }

  /** Asks trainings to save and end, and doesn't wait. */
  public synchronized void turnOn() {
    on = true;
  }

  /**
   * Asks trainings to save and end, and waits until none is left.
   *
   * @param patience how long to wait at most
   * @return how many trainings were asked
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public synchronized int stop(Duration patience) throws InterruptedException {
    int asked = trainings;
    on = true;
    long end = System.nanoTime() + patience.toNanos();
    while (trainings > 0 && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return asked;
  }

  synchronized void begin() {
    trainings++;
  }

  synchronized void end() {
    trainings--;
    notifyAll();
  }
}
