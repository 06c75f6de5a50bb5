package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

import org.jspecify.annotations.Nullable;
import org.vgg4j.core.spec.TrainedLayers;

/** What holds for the values of every course; the message names the key. */
final class CourseChecks {
  private CourseChecks() {}

  static void check(double learningRate, int iterations) {
    checkArgument(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate: must be above 0, not %s",
        learningRate);
    checkArgument(iterations > 0, "iterations: must be at least 1, not %s", iterations);
  }

  static void checkDivisor(double divisor) {
    checkArgument(
        divisor > 1 && Double.isFinite(divisor), "divisor: must be above 1, not %s", divisor);
  }

  /** The layers in their canonical form; all where nothing is said. */
  static String layers(@Nullable String trains) {
    try {
      return TrainedLayers.parse(trains == null ? "all" : trains).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("trains: " + e.getMessage(), e);
    }
  }
}
