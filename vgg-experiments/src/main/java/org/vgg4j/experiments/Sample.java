package org.vgg4j.experiments;

import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.statistics.PairedComparison;
import org.vgg4j.eval.statistics.SeedComparison;
import org.vgg4j.experiments.table.Numbers;

/** What a contrast was seen with: the images of one seed, or several seeds. */
sealed interface Sample {

  /**
   * The difference that it would show in four of five cases, in points; null where seeds all agree,
   * as nobody then knows how much they vary.
   *
   * @param level of the two-sided test
   */
  @Nullable Double smallestVisible(double level);

  /**
   * Its size that would show a difference in four of five cases.
   *
   * @param points the difference, above 0
   * @param level of the two-sided test
   */
  long needed(double points, double level);

  /** A needed size in words; always more than there was, which did not do. */
  String words(long needed);

  /** The images of one seed. */
  record Images(PairedComparison pair) implements Sample {
    @Override
    public Double smallestVisible(double level) {
      return pair.smallestVisible(level);
    }

    @Override
    public long needed(double points, double level) {
      return pair.imagesNeeded(points, level);
    }

    @Override
    public String words(long needed) {
      return Numbers.whole(Math.max(needed, pair.images() + 1L)) + " images";
    }
  }

  /** Several seeds, on the images that they share. */
  record Seeds(SeedComparison seeds) implements Sample {
    @Override
    public @Nullable Double smallestVisible(double level) {
      return seeds.smallestVisible(level);
    }

    @Override
    public long needed(double points, double level) {
      return seeds.seedsNeeded(points, level);
    }

    @Override
    public String words(long needed) {
      int most = Math.max(seeds.first().seeds(), seeds.second().seeds());
      return Numbers.whole(Math.max(needed, most + 1L)) + " seeds";
    }
  }
}
