package org.vgg4j.data.image;

import com.google.common.collect.Range;

/**
 * How the new pixels along one axis are made: each is a weighted sum of old ones. Weights are whole
 * numbers of 2^-22 as Pillow has them, so sums are exact: the same pixels on every machine,
 * whatever window of them is computed.
 */
final class Weights {
  /** One, as a weight. */
  static final int ONE = 1 << 22;

  private final int firstNeeded;
  private final int most;
  private final int[] firsts;
  private final int[] counts;
  private final int[] values;

  private Weights(int wanted, int firstNeeded, int most) {
    this.firstNeeded = firstNeeded;
    this.most = most;
    this.firsts = new int[wanted];
    this.counts = new int[wanted];
    this.values = new int[wanted * most];
  }

  /**
   * The weights of a rescale.
   *
   * @param from old length
   * @param to new length
   * @param wanted the new pixels to compute
   */
  static Weights of(Filter filter, int from, int to, Range<Integer> wanted) {
    double scale = (double) from / to;
    double widening = filter.antialias() ? Math.max(scale, 1) : 1;
    double reach = filter.radius() * widening;
    int begin = wanted.lowerEndpoint();
    int length = wanted.upperEndpoint() - begin;
    int firstNeeded = first((begin + 0.5) * scale, reach);
    Weights weights = new Weights(length, firstNeeded, 2 * (int) Math.ceil(reach) + 1);
    for (int i = 0; i < length; i++) {
      double centre = (begin + i + 0.5) * scale;
      int first = first(centre, reach);
      int end = Math.min(from, (int) (centre + reach + 0.5));
      weights.firsts[i] = first - firstNeeded;
      weights.counts[i] = end - first;
      weights.set(i, filter, first - centre + 0.5, 1 / widening);
    }
    return weights;
  }

  private static int first(double centre, double reach) {
    return Math.max(0, (int) (centre - reach + 0.5));
  }

  /** The weights of a new pixel sum up to one, also at the edges, where old pixels are missing. */
  private void set(int pixel, Filter filter, double offset, double narrowing) {
    double[] weights = new double[counts[pixel]];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = filter.weight((k + offset) * narrowing);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      double weight = weights[k] / sum * ONE;
      values[pixel * most + k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
    }
  }

  /** The old pixels that the wanted ones are made of. */
  Range<Integer> needed() {
    int last = firsts.length - 1;
    return Range.closedOpen(firstNeeded, firstNeeded + firsts[last] + counts[last]);
  }

  /** The greatest number of old pixels in one new pixel. */
  int most() {
    return most;
  }

  /** Number of new pixels. */
  int size() {
    return firsts.length;
  }

  /** The first old pixel in a new one, counted from the first needed one. */
  int first(int pixel) {
    return firsts[pixel];
  }

  /** The number of old pixels in a new one. */
  int count(int pixel) {
    return counts[pixel];
  }

  /** The weight of the k-th old pixel in a new one. */
  int value(int pixel, int k) {
    return values[pixel * most + k];
  }
}
