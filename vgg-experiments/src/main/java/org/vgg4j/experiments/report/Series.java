package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Points of one kind, joined by a line.
 *
 * @param colour number of the page's colour
 * @param dashed for what is told beside the thing itself
 * @param marked whether every point shows, with its interval
 */
record Series(String name, int colour, boolean dashed, boolean marked, List<Point> points) {
  Series {
    points = ImmutableList.copyOf(points);
  }

  /**
   * A value, and from where to where it is sure to 95%.
   *
   * @param label what is said of it when it is pointed at
   */
  record Point(double x, double y, double low, double high, String label) {
    /** A value without an interval. */
    static Point at(double x, double y, String label) {
      return new Point(x, y, y, y, label);
    }
  }
}
