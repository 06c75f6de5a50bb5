package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.PairedComparison;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.eval.statistics.SeedComparison;

/**
 * How the top-1 error of a row differs from that of another, whatever is claimed of it: the row's
 * minus the other's, in points.
 *
 * @param interval 95%: the paired bootstrap's over the images of one seed, Welch's over several
 *     seeds, where a bootstrap that draws from so few would be too narrow
 * @param p two-sided: McNemar's mid-p for one seed, Welch's for several
 * @param sample what it was seen with
 */
record Contrast(double difference, Interval interval, double p, Sample sample) {

  /** One store a seed on each side. */
  static Contrast of(List<RankedImages> than, List<RankedImages> row, Bootstrap bootstrap) {
    return row.size() == 1
        ? of(PairedComparison.of(than.get(0), row.get(0), 1, bootstrap))
        : of(SeedComparison.of(than, row, 1, bootstrap));
  }

  private static Contrast of(PairedComparison pair) {
    return new Contrast(pair.difference(), pair.interval(), pair.midP(), new Sample.Images(pair));
  }

  private static Contrast of(SeedComparison seeds) {
    return new Contrast(
        seeds.difference(), seeds.welch().interval(), seeds.welch().p(), new Sample.Seeds(seeds));
  }
}
