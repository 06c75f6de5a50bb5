package org.vgg4j.train;

import org.vgg4j.core.graph.StepResult;

/** Sums up the steps of one epoch. */
final class EpochMeter {
  private final long started = System.nanoTime();
  private final EpochTotals before;
  private int steps;
  private long images;
  private double lossSum;
  private long correct;
  private long waited;
  private long trained;

  /** Goes on from what an earlier process has summed up of this epoch. */
  EpochMeter(EpochTotals before) {
    this.before = before;
    this.steps = before.steps();
    this.images = before.images();
    this.lossSum = before.lossSum();
    this.correct = before.correct();
    this.waited = before.waited();
    this.trained = before.trained();
  }

  /** Seconds since the epoch began, pauses not counted. */
  double seconds() {
    return (System.nanoTime() - started + before.trained()) / 1e9;
  }

  void waitedForData(long nanoseconds) {
    waited += nanoseconds;
  }

  void add(StepResult step, int count) {
    steps++;
    lossSum += step.loss() * count;
    correct += step.correct();
    images += count;
    trained = System.nanoTime() - started + before.trained();
  }

  /** The sums so far. */
  EpochTotals totals() {
    return new EpochTotals(steps, images, lossSum, correct, waited, trained);
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
