package org.vgg4j.experiments.gate;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far a number may move.
 *
 * @param rounding of a probe's numbers
 * @param drift of a cell's top-1 error where the machine is the same, in points
 * @param allowance of a cell's top-1 error anyway, whatever the seeds say, in points
 * @param slowest speed that passes, as a share of the baseline's
 */
public record Limits(double rounding, double drift, double allowance, double slowest) {
  public Limits {
    checkArgument(
        rounding >= 0 && drift >= 0 && allowance >= 0 && slowest >= 0, "a limit is at least 0");
  }
}
