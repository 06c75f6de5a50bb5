package org.vgg4j.experiments.cli;

import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.eval.statistics.Bootstrap;
import picocli.CommandLine.Option;

/** How often and from which seed a bootstrap draws. */
final class BootstrapOptions {
  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description = "resamples of the bootstrap, at least 100 (default: ${DEFAULT-VALUE})")
  private int resamples = 10_000;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the bootstrap; the same seed gives the same interval (default: 1)")
  private long seed = 1;

  /**
   * The bootstrap asked for.
   *
   * @throws Problem if it draws too seldom
   */
  Bootstrap bootstrap() {
    if (resamples < Bootstrap.FEWEST) {
      throw Problem.configuration(
          "--resamples " + resamples,
          "are too few for an interval",
          "use at least " + Bootstrap.FEWEST);
    }
    return new Bootstrap(resamples, new Seed(seed));
  }
}
