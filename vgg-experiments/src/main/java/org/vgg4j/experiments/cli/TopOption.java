package org.vgg4j.experiments.cli;

import org.vgg4j.core.Problem;
import org.vgg4j.eval.statistics.RankedImages;
import picocli.CommandLine.Option;

/** The option {@code --top}. */
final class TopOption {
  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "an image is wrong where its class is not among the K best (default: ${DEFAULT-VALUE})")
  private int top = 1;

  /**
   * The K given.
   *
   * @throws Problem if no network could be wrong, or none right
   */
  int in(RankedImages network) {
    if (top < 1 || top >= network.classes()) {
      throw Problem.configuration(
          "--top " + top,
          "shows nothing about " + network.classes() + " classes",
          "use 1 to " + (network.classes() - 1));
    }
    return top;
  }
}
