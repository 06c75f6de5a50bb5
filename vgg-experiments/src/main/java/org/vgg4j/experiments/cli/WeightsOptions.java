package org.vgg4j.experiments.cli;

import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.WeightsChoice;
import org.vgg4j.experiments.WeightsChoices;
import picocli.CommandLine.Option;

/** The options {@code --weights} and {@code --weights-only}. */
final class WeightsOptions {
  @Option(
      names = "--weights",
      paramLabel = "TRAINING=FILE",
      description =
          "fill rows from a file of weights: D=FILE means D/256..512, as published; or D/384=FILE;"
              + " repeatable")
  private List<String> weights = List.of();

  @Option(names = "--weights-only", description = "train nothing; fill what --weights fills")
  private boolean only;

  /**
   * Which rows are filled from files.
   *
   * @param seeds of the run
   * @throws Problem if a choice is none, or there are several seeds
   */
  WeightsChoices choices(List<Long> seeds) {
    if (!weights.isEmpty() && seeds.size() > 1) {
      throw Problem.configuration(
          "--seeds", "repeats trainings, and files of weights have none", "give one seed");
    }
    return new WeightsChoices(weights.stream().map(WeightsChoice::parse).toList(), only);
  }
}
