package org.vgg4j.experiments.cli;

import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.experiments.Sampling;
import picocli.CommandLine.Option;

/** The options {@code --limit} and {@code --seed}: which images of a split are tested. */
final class SampleOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "test on N images only, of each class its share; the result is PARTIAL")
  private @Nullable Integer limit;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "which images --limit takes (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  /** The images asked for; all where no limit is named. */
  Sampling sampling() {
    return sampling(Integer.MAX_VALUE);
  }

  /**
   * The images asked for.
   *
   * @param usual how many where no limit is named
   * @throws Problem if the limit leaves none
   */
  Sampling sampling(int usual) {
    if (limit != null && limit < 1) {
      throw Problem.configuration("--limit " + limit, "is no number of images", "use 1 or more");
    }
    return new Sampling(limit == null ? usual : limit, new Seed(seed));
  }
}
