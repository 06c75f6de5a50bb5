package org.vgg4j.experiments.cli;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.RankedImages;
import org.vgg4j.eval.statistics.SeedComparison;

/**
 * All pairs of networks that were trained from several seeds each.
 *
 * @param pairs every network with each later one
 * @param adjustedP Holm's adjusted p of Welch's tests
 */
record SeedFamily(ImmutableList<SeedComparison> pairs, ImmutableList<Double> adjustedP) {
  SeedFamily {
    checkArgument(pairs.size() == adjustedP.size(), "every pair needs its p");
  }

  /**
   * Compares at least two networks.
   *
   * @throws Problem if one of them has a single store, or a store is there twice
   */
  static SeedFamily of(List<Network> networks, int top, Bootstrap bootstrap) {
    networks.forEach(SeedFamily::check);
    checkDistinct(networks.stream().flatMap(network -> network.seeds().stream()).toList());
    ImmutableList<SeedComparison> pairs =
        NetworkPair.all(networks).stream()
            .map(
                pair ->
                    SeedComparison.of(pair.first().seeds(), pair.second().seeds(), top, bootstrap))
            .collect(ImmutableList.toImmutableList());
    return new SeedFamily(
        pairs, Holm.adjusted(pairs.stream().map(pair -> pair.welch().p()).toList()));
  }

  /** A training that counts twice would make the spread of the seeds too small, or 0. */
  private static void checkDistinct(List<RankedImages> stores) {
    for (int i = 0; i < stores.size(); i++) {
      for (RankedImages earlier : stores.subList(0, i)) {
        if (stores.get(i).holdsTheSameAs(earlier)) {
          throw Problem.configuration(
              stores.get(i).store(),
              "holds the same posteriors as " + earlier.store(),
              "give every seed its own store, once");
        }
      }
    }
  }

  private static void check(Network network) {
    if (!network.hasSeeds()) {
      throw Problem.configuration(
          network.argument(),
          "is one seed, but others have several",
          "give every network two or more stores, joined by commas, or each one store");
    }
  }
}
