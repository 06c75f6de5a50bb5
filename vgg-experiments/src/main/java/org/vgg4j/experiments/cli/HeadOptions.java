package org.vgg4j.experiments.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.core.foreign.RandomHead;
import org.vgg4j.core.graph.Initialization;
import picocli.CommandLine.Option;

/** What stands in for the fully-connected layers of a file that was written without them. */
final class HeadOptions {
  private static final String INITIALIZATION = "he";

  @Option(
      names = "--random-head",
      paramLabel = "CLASSES",
      description =
          "take a file without fully-connected layers (no-top) and add untrained ones for so many"
              + " classes")
  private @Nullable Integer classes;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "of the random head (default: ${DEFAULT-VALUE})")
  private long seed;

  /** The head, where one is asked for. */
  Optional<RandomHead> head() {
    return Optional.ofNullable(classes).map(this::ofClasses);
  }

  private RandomHead ofClasses(int count) {
    if (count < 2) {
      throw Problem.configuration(
          "--random-head " + count, "is no number of classes", "give 2 or more");
    }
    Initialization initialization = Initialization.parse(INITIALIZATION);
    return new RandomHead(
        count,
        INITIALIZATION + ", seed " + seed,
        parameter -> initialization.values(parameter, new Seed(seed)));
  }
}
