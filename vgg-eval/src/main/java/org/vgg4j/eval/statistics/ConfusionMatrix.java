package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;

/** How many images of each class were taken for each class: int (K, K), truth by choice. */
public final class ConfusionMatrix {
  private final int[][] counts;

  private ConfusionMatrix(int classes) {
    this.counts = new int[classes][classes];
  }

  /**
   * Images of one class that were taken for another.
   *
   * @param truth the true class
   * @param chosen the class they were taken for
   * @param images how many
   * @param percent of the images of the true class
   * @param interval Wilson's 95% interval of it, in percent
   */
  public record Confusion(int truth, int chosen, int images, double percent, Interval interval) {}

  /** Counts the choices of a store; what the truth ties with counts as chosen. */
  public static ConfusionMatrix of(Posteriors posteriors) {
    ConfusionMatrix matrix = new ConfusionMatrix(posteriors.classes());
    for (int image = 0; image < posteriors.images(); image++) {
      TopChoice choice = TopChoice.of(posteriors, image);
      matrix.counts[choice.truth()][choice.chosen()]++;
    }
    return matrix;
  }

  /** Number of classes K. */
  public int classes() {
    return counts.length;
  }

  /** Images of a class that were taken for a class. */
  public int count(int truth, int chosen) {
    return counts[truth][chosen];
  }

  /** Images of a class. */
  public int images(int truth) {
    return IntStream.of(counts[truth]).sum();
  }

  /** The wrong cells with the most images, the fullest first, at most {@code most} of them. */
  public ImmutableList<Confusion> mostConfused(int most) {
    return IntStream.range(0, classes())
        .boxed()
        .flatMap(this::confusions)
        .sorted(Comparator.comparing(Confusion::images).reversed())
        .limit(most)
        .collect(ImmutableList.toImmutableList());
  }

  private Stream<Confusion> confusions(int truth) {
    int images = images(truth);
    return IntStream.range(0, classes())
        .filter(chosen -> chosen != truth && counts[truth][chosen] > 0)
        .mapToObj(chosen -> confusion(truth, chosen, images));
  }

  private Confusion confusion(int truth, int chosen, int images) {
    int count = counts[truth][chosen];
    return new Confusion(
        truth, chosen, count, 100.0 * count / images, Interval.wilson(count, images));
  }
}
