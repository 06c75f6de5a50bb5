package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All pairs of several networks on the same images, as one family of tests.
 *
 * @param pairs every network with each later one
 * @param adjustedP Holm's adjusted mid-p of every pair
 * @param letters of every network: two share a letter exactly if their adjusted p is not below 5%;
 *     the best network has {@code a}
 */
public record ComparisonFamily(
    ImmutableList<PairedComparison> pairs,
    ImmutableList<Double> adjustedP,
    ImmutableList<String> letters) {
  /** Tests reject below this p. */
  public static final double LEVEL = 0.05;

  public ComparisonFamily {
    checkArgument(pairs.size() == adjustedP.size(), "every pair needs its p");
  }

  /** Compares at least two networks. */
  public static ComparisonFamily of(List<RankedImages> networks, int top, Bootstrap bootstrap) {
    ImmutableList.Builder<PairedComparison> pairs = ImmutableList.builder();
    for (int first = 0; first < networks.size(); first++) {
      for (int second = first + 1; second < networks.size(); second++) {
        pairs.add(PairedComparison.of(networks.get(first), networks.get(second), top, bootstrap));
      }
    }
    ImmutableList<PairedComparison> all = pairs.build();
    ImmutableList<Double> adjusted =
        Holm.adjusted(all.stream().map(PairedComparison::midP).toList());
    return new ComparisonFamily(all, adjusted, letters(networks, top, adjusted));
  }

  /** Letters are dealt from the best network to the worst. */
  private static ImmutableList<String> letters(
      List<RankedImages> networks, int top, List<Double> adjusted) {
    List<Integer> best =
        IntStream.range(0, networks.size())
            .boxed()
            .sorted(Comparator.comparing(network -> networks.get(network).wrong(top)))
            .toList();
    List<String> byRank =
        TieLetters.of(
            networks.size(),
            (row, other) ->
                adjusted.get(pair(best.get(row), best.get(other), networks.size())) < LEVEL);
    List<String> letters = new ArrayList<>(byRank);
    IntStream.range(0, best.size()).forEach(row -> letters.set(best.get(row), byRank.get(row)));
    return ImmutableList.copyOf(letters);
  }

  /** Where the pair of two networks stands in the list of pairs. */
  private static int pair(int one, int other, int networks) {
    int first = Math.min(one, other);
    int pairsBefore = first * (2 * networks - first - 1) / 2;
    return pairsBefore + Math.max(one, other) - first - 1;
  }
}
