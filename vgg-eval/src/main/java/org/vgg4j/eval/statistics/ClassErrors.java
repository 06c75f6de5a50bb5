package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.Posteriors;

/**
 * The errors on the images of one class.
 *
 * @param label the class
 * @param errors of its images
 */
public record ClassErrors(int label, ErrorRates errors) {
  public ClassErrors {
    checkArgument(label >= 0, "%s is no class", label);
  }

  /** The errors of every class that has images, in the order of the classes. */
  public static ImmutableList<ClassErrors> of(Posteriors posteriors) {
    int[] images = new int[posteriors.classes()];
    int[] wrong1 = new int[posteriors.classes()];
    int[] wrong5 = new int[posteriors.classes()];
    for (int image = 0; image < posteriors.images(); image++) {
      int rank = posteriors.rankOfTruth(image);
      images[posteriors.label(image)]++;
      wrong1[posteriors.label(image)] += rank > 1 ? 1 : 0;
      wrong5[posteriors.label(image)] += rank > 5 ? 1 : 0;
    }
    return IntStream.range(0, posteriors.classes())
        .filter(label -> images[label] > 0)
        .mapToObj(
            label ->
                new ClassErrors(label, new ErrorRates(images[label], wrong1[label], wrong5[label])))
        .collect(ImmutableList.toImmutableList());
  }
}
