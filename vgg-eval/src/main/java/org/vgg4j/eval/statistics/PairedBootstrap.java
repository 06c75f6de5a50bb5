package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Paired bootstrap of the difference of two networks' errors, second minus first, in points. A
 * resample draws images with replacement, the same for both networks. Where a network was trained
 * from several seeds it also draws, with replacement, as many of its seeds as there are: the spread
 * is then that of other images <em>and</em> of other trainings.
 */
final class PairedBootstrap {
  private final OutcomeGroups groups;
  private final int firstSeeds;
  private final int secondSeeds;

  /**
   * Prepares a comparison.
   *
   * @param first the first network, once a seed
   * @param second the second network, once a seed; all with the same images in the same order
   */
  PairedBootstrap(List<RankedImages> first, List<RankedImages> second, int top) {
    this.groups =
        new OutcomeGroups(
            ImmutableList.<RankedImages>builder().addAll(first).addAll(second).build(), top);
    this.firstSeeds = first.size();
    this.secondSeeds = second.size();
  }

  BootstrapDistribution distribution(Bootstrap bootstrap) {
    return bootstrap.draw(this::resample);
  }

  private double resample(SplittableRandom random) {
    double[] differences = differences(draws(firstSeeds, random), draws(secondSeeds, random));
    return mean(differences, () -> random.nextInt(groups.images()));
  }

  /** The difference over the images drawn, with every seed counted once. */
  double difference(IntSupplier drawn) {
    return mean(differences(once(firstSeeds), once(secondSeeds)), drawn);
  }

  private double mean(double[] differences, IntSupplier drawn) {
    double sum = 0;
    for (int i = 0; i < groups.images(); i++) {
      sum += differences[groups.of(drawn.getAsInt())];
    }
    return 100 * sum / groups.images();
  }

  /** Second minus first of every group, with the seeds drawn so often. */
  private double[] differences(int[] first, int[] second) {
    return IntStream.range(0, groups.size())
        .mapToDouble(
            group ->
                groups.wrong(group, second, firstSeeds) / secondSeeds
                    - groups.wrong(group, first, 0) / firstSeeds)
        .toArray();
  }

  private static int[] draws(int seeds, SplittableRandom random) {
    int[] draws = new int[seeds];
    for (int i = 0; i < seeds; i++) {
      draws[random.nextInt(seeds)]++;
    }
    return draws;
  }

  private static int[] once(int seeds) {
    int[] draws = new int[seeds];
    Arrays.fill(draws, 1);
    return draws;
  }
}
