package org.vgg4j.data.image;

import com.google.common.collect.Range;

/**
 * A rescale along one axis: which old pixels the wanted new ones need, and where those lie.
 *
 * @param needed the old pixels
 * @param scale new length over old length
 * @param translation from the first needed old pixel to the first wanted new one, in new pixels
 */
record Axis(Range<Integer> needed, float scale, float translation) {

  /**
   * The axis of a rescale.
   *
   * @param from old length
   * @param to new length
   * @param wanted the new pixels to compute
   */
  static Axis of(Filter filter, int from, int to, Range<Integer> wanted) {
    double scale = (double) to / from;
    double reach = filter.reach(scale) + 1; // one more for rounding
    int first = (int) Math.floor(wanted.lowerEndpoint() / scale - reach);
    int last = (int) Math.ceil(wanted.upperEndpoint() / scale + reach);
    Range<Integer> needed = Range.closedOpen(Math.max(0, first), Math.min(from, last));
    double translation = needed.lowerEndpoint() * scale - wanted.lowerEndpoint();
    return new Axis(needed, (float) to / from, (float) translation);
  }
}
