package org.vgg4j.experiments.cli;

import com.google.common.base.Joiner;
import java.util.List;
import org.vgg4j.core.Problem;
import picocli.CommandLine.Option;

/** The option {@code --seeds}. */
final class SeedsOption {
  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1",
      description = "repeat everything for each seed (default: ${DEFAULT-VALUE})")
  private List<Long> seeds = List.of(1L);

  /**
   * One or more, all different: repetitions of one seed have the same bits, which tests over seeds
   * would take for no spread.
   *
   * @throws Problem if they are not
   */
  List<Long> seeds() {
    if (seeds.isEmpty()) {
      throw Problem.configuration("--seeds", "names no seed", "give one or more, such as 1,2,3");
    }
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw Problem.configuration(
          "--seeds " + Joiner.on(',').join(seeds), "names a seed twice", "give each once");
    }
    return seeds;
  }
}
