package org.vgg4j.train;

import org.vgg4j.core.graph.StepResult;

/** Sums up the steps of one epoch. */
final class EpochMeter {
  private final long started = System.nanoTime();
  private long waited;
  private long trained;
  private double lossSum;
  private long correct;
  private long images;

  /** Seconds since the epoch began. */
  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  void waitedForData(long nanoseconds) {
    waited += nanoseconds;
  }

  void add(StepResult step, int count) {
    lossSum += step.loss() * count;
    correct += step.correct();
    images += count;
    trained = System.nanoTime() - started;
  }

  double loss() {
    return lossSum / images;
  }

  /** Misclassified images as each step saw them, in percent. */
  double error() {
    return 100.0 * (images - correct) / images;
  }

  double imagesPerSecond() {
    return images * 1e9 / trained;
  }

  /** Share of the training time spent waiting for data, 0 to 1. */
  double dataWait() {
    return (double) waited / trained;
  }
}
