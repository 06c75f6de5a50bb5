package org.vgg4j.experiments.cli;

import org.vgg4j.core.Problem;
import org.vgg4j.experiments.gate.Limits;
import picocli.CommandLine.Option;

/** How far numbers may move before {@code vgg gate} ends with 1. */
final class GateOptions {
  @Option(
      names = "--allow",
      paramLabel = "POINTS",
      defaultValue = "15",
      description =
          "points that a cell's top-1 error may move whatever its seeds say (default:"
              + " ${DEFAULT-VALUE})")
  private double allowance;

  @Option(
      names = "--drift",
      paramLabel = "POINTS",
      defaultValue = "2",
      description =
          "points that it may move on the baseline's own processor and threads (default:"
              + " ${DEFAULT-VALUE})")
  private double drift;

  @Option(
      names = "--rounding",
      paramLabel = "NUMBER",
      defaultValue = "1e-4",
      description = "how far processors may round probes apart (default: ${DEFAULT-VALUE})")
  private double rounding;

  @Option(
      names = "--slowest",
      paramLabel = "SHARE",
      defaultValue = "0.7",
      description = "share of the baseline's speed that passes (default: ${DEFAULT-VALUE})")
  private double slowest;

  Limits limits() {
    try {
      return new Limits(rounding, drift, allowance, slowest);
    } catch (IllegalArgumentException e) {
      throw Problem.configuration(
              "vgg gate", String.valueOf(e.getMessage()), "give no limit below 0")
          .causedBy(e);
    }
  }
}
