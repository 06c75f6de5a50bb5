package org.vgg4j.data.statistics;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;

/**
 * How numbers are spread.
 *
 * @param minimum the smallest
 * @param median the one in the middle; the lower one of two
 * @param maximum the largest
 * @param bins how many lie where, without the empty bins at both ends
 */
public record Spread(double minimum, double median, double maximum, List<Bin> bins) {
  public Spread {
    bins = ImmutableList.copyOf(bins);
  }

  /**
   * A range of numbers.
   *
   * @param from its lower end, which belongs to it
   * @param to its upper end, which does not; the largest bin has none and names the maximum
   * @param images how many there are
   */
  public record Bin(double from, double to, int images) {}

  /**
   * The spread of some numbers, at least one.
   *
   * @param edges where bins begin, going up; none of the numbers lies below the first
   */
  static Spread of(double[] numbers, double... edges) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double maximum = sorted[sorted.length - 1];
    ImmutableList.Builder<Bin> bins = ImmutableList.builder();
    for (int k = 0; k < edges.length && edges[k] <= maximum; k++) {
      boolean last = k + 1 == edges.length;
      int end = last ? sorted.length : below(sorted, edges[k + 1]);
      if (end > 0) {
        bins.add(new Bin(edges[k], last ? maximum : edges[k + 1], end - below(sorted, edges[k])));
      }
    }
    return new Spread(sorted[0], sorted[(sorted.length - 1) / 2], maximum, bins.build());
  }

  /** How many of the numbers are smaller. */
  private static int below(double[] numbers, double limit) {
    return (int) Arrays.stream(numbers).filter(number -> number < limit).count();
  }
}
