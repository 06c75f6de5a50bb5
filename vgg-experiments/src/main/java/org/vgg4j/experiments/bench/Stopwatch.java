package org.vgg4j.experiments.bench;

import java.util.Arrays;

/** Times work and sums up repeated measurements. */
final class Stopwatch {
  private Stopwatch() {}

  static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The middle value; the upper one of two. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
