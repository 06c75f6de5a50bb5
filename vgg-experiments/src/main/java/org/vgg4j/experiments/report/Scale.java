package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.stream.DoubleStream;

/**
 * Numbers along an axis.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}
 * @param from place of the lowest number, in the picture's units
 * @param to place of the highest
 */
record Scale(double low, double high, double from, double to) {
  /** Lines that an axis may have; fewer than twice as many. */
  private static final int TICKS = 4;

  /** The place of a number. */
  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** An axis on which all of these numbers have a place, from a round one to a round one. */
  static Scale around(DoubleStream numbers, double from, double to) {
    double[] finite = numbers.filter(Double::isFinite).sorted().toArray();
    double least = finite.length == 0 ? 0 : finite[0];
    double most = finite.length == 0 ? 1 : finite[finite.length - 1];
    double step = step(Math.max(most - least, 1e-9));
    double low = Math.floor(least / step) * step;
    double high = Math.ceil(most / step) * step;
    return new Scale(low, high > low ? high : low + step, from, to);
  }

  /** Round numbers from low to high. */
  ImmutableList<Double> ticks() {
    double step = step(high - low);
    return DoubleStream.iterate(
            Math.ceil(low / step - 1e-6) * step, tick -> tick <= high + 1e-6 * step, t -> t + step)
        .map(tick -> Math.abs(tick) < 1e-6 * step ? 0 : tick)
        .boxed()
        .collect(ImmutableList.toImmutableList());
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(range / TICKS)));
    double factor = range / TICKS / power;
    return power * (factor < 2 ? 1 : factor < 5 ? 2 : 5);
  }
}
