package org.vgg4j.train;

import java.util.Optional;

/**
 * Watches the losses of a training for signs that it goes nowhere. Guessing among K classes costs
 * ln K; a network whose scores are all alike, as after a start with too small weights, stays there.
 */
final class LossWatch {
  private static final int WINDOW = 100;
  private static final int STEPS_OF_A_PLATEAU = 2 * WINDOW;
  private static final double WIDTH_OF_A_PLATEAU = 0.005;
  private static final double RISE_OF_A_DIVERGENCE = 3;

  private final double guessing;
  private final double[] window = new double[WINDOW];
  private long steps;
  private double sum;
  private double lowest = Double.POSITIVE_INFINITY;
  private int stepsOnPlateau;

  /** What can be wrong. */
  enum Finding {
    /** The loss is no finite number. */
    NOT_FINITE,
    /** The loss has risen to several times that of guessing, from below it. */
    DIVERGING,
    /** The loss has stayed at that of guessing for hundreds of steps. */
    PLATEAU
  }

  /** Watches a training on that many classes, from now on. */
  LossWatch(int classes) {
    this.guessing = Math.log(classes);
  }

  /** The loss of guessing, ln K. */
  double guessing() {
    return guessing;
  }

  /** Hears the loss of one more step; a plateau is told once. */
  Optional<Finding> add(double loss) {
    if (!Double.isFinite(loss)) {
      return Optional.of(Finding.NOT_FINITE);
    }
    int place = (int) (steps++ % WINDOW);
    sum += loss - window[place];
    window[place] = loss;
    return steps < WINDOW ? Optional.empty() : judged(sum / WINDOW);
  }

  private Optional<Finding> judged(double mean) {
    lowest = Math.min(lowest, mean);
    if (lowest < guessing && mean > RISE_OF_A_DIVERGENCE * guessing) {
      return Optional.of(Finding.DIVERGING);
    }
    boolean onPlateau =
        Math.abs(mean / guessing - 1) < WIDTH_OF_A_PLATEAU
            && lowest > (1 - WIDTH_OF_A_PLATEAU) * guessing;
    if (stepsOnPlateau < STEPS_OF_A_PLATEAU) {
      stepsOnPlateau = onPlateau ? stepsOnPlateau + 1 : 0;
      return stepsOnPlateau == STEPS_OF_A_PLATEAU ? Optional.of(Finding.PLATEAU) : Optional.empty();
    }
    return Optional.empty();
  }
}
