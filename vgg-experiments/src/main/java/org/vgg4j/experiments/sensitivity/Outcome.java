package org.vgg4j.experiments.sensitivity;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.RankedImages;

/**
 * What is kept of a test: much less than its posteriors.
 *
 * @param ranks of every image the rank of its true class
 * @param choices of every image the class with the highest posterior
 */
record Outcome(RankedImages ranks, ImmutableIntArray choices) {
  static Outcome of(Posteriors posteriors) {
    return new Outcome(
        RankedImages.of("test", posteriors),
        ImmutableIntArray.copyOf(
            IntStream.range(0, posteriors.images()).map(posteriors::likeliest)));
  }

  /** On how many images another class is chosen; both are of the same images in the same order. */
  int choicesOtherThanIn(Outcome other) {
    return (int)
        IntStream.range(0, choices.length())
            .filter(image -> choices.get(image) != other.choices.get(image))
            .count();
  }
}
