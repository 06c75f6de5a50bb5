package org.vgg4j.experiments.cli;

import java.time.Duration;
import org.vgg4j.train.StopSwitch;

/**
 * Runs when the process is interrupted or terminated, and ends it only when all trainings have
 * saved. The exit code, 130 or 143, is the virtual machine's own.
 *
 * @param trainings those to be saved
 */
record SaveOnSignal(StopSwitch trainings) implements Runnable {
  /** Longer than a step of the largest network and writing its checkpoint. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public void run() {
    try {
      if (trainings.stop(PATIENCE) > 0) {
        System.err.println("vgg: stopped; all is saved, and the same command goes on from there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
