package org.vgg4j.experiments.cli;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.eval.statistics.RankedImages;

/**
 * What {@code vgg compare} was given to compare: one store, or one for each seed of a network.
 *
 * @param letter what tables and verdicts call it
 * @param argument as it was given
 * @param seeds at least one
 */
record Network(String letter, String argument, ImmutableList<RankedImages> seeds) {
  private static final int MOST = 26;

  Network {
    checkArgument(!seeds.isEmpty(), "a network has at least one store");
  }

  /**
   * Reads all stores, one after the other, and keeps the ranks alone.
   *
   * @throws Problem if a store can't be read or there are more arguments than letters
   */
  static ImmutableList<Network> readAll(List<String> arguments) {
    if (arguments.size() > MOST) {
      throw Problem.configuration(
          arguments.size() + " networks", "are more than letters", "compare at most " + MOST);
    }
    ImmutableList.Builder<Network> networks = ImmutableList.builder();
    for (int i = 0; i < arguments.size(); i++) {
      networks.add(read(Character.toString('A' + i), arguments.get(i)));
    }
    return networks.build();
  }

  private static Network read(String letter, String argument) {
    List<String> files =
        Files.exists(Path.of(argument))
            ? List.of(argument)
            : Splitter.on(',').omitEmptyStrings().splitToList(argument);
    if (files.isEmpty()) {
      throw Problem.configuration(
          "'" + argument + "'", "names no store", "give files of posteriors");
    }
    return new Network(
        letter,
        argument,
        files.stream()
            .map(file -> RankedImages.of(file, Posteriors.load(Path.of(file))))
            .collect(ImmutableList.toImmutableList()));
  }

  boolean hasSeeds() {
    return seeds.size() > 1;
  }

  /** The only store of a network without several seeds. */
  RankedImages store() {
    checkArgument(!hasSeeds(), "%s has several stores", argument);
    return seeds.get(0);
  }
}
