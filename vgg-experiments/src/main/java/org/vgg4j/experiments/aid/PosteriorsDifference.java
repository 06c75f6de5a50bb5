package org.vgg4j.experiments.aid;

import java.util.Locale;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Numbers;

/**
 * How two sets of posteriors of the same images differ.
 *
 * @param images how many there are
 * @param largest the largest difference of two posteriors; 0 where all bits are equal
 * @param otherPredictions images for which another class is the likeliest
 * @param otherErrors images that are right in one and wrong in the other
 */
record PosteriorsDifference(int images, double largest, int otherPredictions, int otherErrors) {

  /**
   * Compares.
   *
   * @throws Problem if they are of other images, labels or classes
   */
  static PosteriorsDifference of(Posteriors stored, Posteriors again) {
    if (!stored.ids().equals(again.ids()) || stored.classes() != again.classes()) {
      throw Problem.data(
          "the stored posteriors",
          "are of other images or classes than the data",
          "name the data and how they were read, as then");
    }
    double largest = 0;
    int predictions = 0;
    int errors = 0;
    for (int image = 0; image < stored.images(); image++) {
      largest = Math.max(largest, largest(stored, again, image));
      predictions += stored.likeliest(image) == again.likeliest(image) ? 0 : 1;
      errors += isRight(stored, image) == isRight(again, image) ? 0 : 1;
    }
    return new PosteriorsDifference(stored.images(), largest, predictions, errors);
  }

  private static double largest(Posteriors one, Posteriors other, int image) {
    double largest = 0;
    for (int label = 0; label < one.classes(); label++) {
      largest = Math.max(largest, Math.abs(one.of(image, label) - other.of(image, label)));
    }
    return largest;
  }

  private static boolean isRight(Posteriors posteriors, int image) {
    return posteriors.rankOfTruth(image) == 1;
  }

  /** One line for people. */
  String text() {
    return largest == 0
        ? "equal bits for " + Numbers.whole(images) + " images"
        : String.format(
            Locale.ROOT,
            "largest difference %.2g; of %s images %s have another likeliest class, %s are right in one alone",
            largest,
            Numbers.whole(images),
            Numbers.whole(otherPredictions),
            Numbers.whole(otherErrors));
  }
}
