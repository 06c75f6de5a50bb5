package org.vgg4j.eval.statistics;

import org.vgg4j.eval.Posteriors;

/**
 * What a network chose for one image. Where the true class shares the highest posterior with
 * another, the other counts as chosen, as {@link Posteriors#rankOfTruth} counts it.
 *
 * @param truth the true class
 * @param chosen the class of the highest posterior
 * @param confidence the highest posterior, 0 to 1
 */
record TopChoice(int truth, int chosen, double confidence) {
  static TopChoice of(Posteriors posteriors, int image) {
    int truth = posteriors.label(image);
    int other = bestOther(posteriors, image, truth);
    int chosen =
        other >= 0 && posteriors.of(image, other) >= posteriors.of(image, truth) ? other : truth;
    return new TopChoice(truth, chosen, posteriors.of(image, chosen));
  }

  /** The best of the wrong classes, the first of equals; -1 where there is none. */
  private static int bestOther(Posteriors posteriors, int image, int truth) {
    int best = -1;
    for (int label = 0; label < posteriors.classes(); label++) {
      boolean better = best < 0 || posteriors.of(image, label) > posteriors.of(image, best);
      best = label != truth && better ? label : best;
    }
    return best;
  }

  boolean isRight() {
    return chosen == truth;
  }
}
