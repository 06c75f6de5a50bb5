package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.ClassNames;

/**
 * What a network takes an image for.
 *
 * @param image the file
 * @param classes the likeliest classes, the best first
 */
record ImageClasses(String image, ImmutableList<Likely> classes) {
  /**
   * A class and how likely it is.
   *
   * @param label its number, from 0
   * @param posterior 0 to 1
   */
  record Likely(int label, String name, double posterior) {}

  /** The likeliest classes of every image; of equals the first. */
  static ImmutableList<ImageClasses> of(Posteriors posteriors, int most) {
    return IntStream.range(0, posteriors.images())
        .mapToObj(
            image -> new ImageClasses(posteriors.ids().get(image), best(posteriors, image, most)))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Likely> best(Posteriors posteriors, int image, int most) {
    ImmutableList<String> names = ClassNames.of(posteriors);
    return IntStream.range(0, posteriors.classes())
        .mapToObj(label -> new Likely(label, names.get(label), posteriors.of(image, label)))
        .sorted(Comparator.comparing(Likely::posterior).reversed())
        .limit(most)
        .collect(ImmutableList.toImmutableList());
  }
}
