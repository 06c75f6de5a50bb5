package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Images grouped by which networks get them wrong: a statistic of outcomes has one value a group,
 * and there are few groups.
 */
final class OutcomeGroups {
  private final int[] groupOf;
  private final ImmutableList<BitSet> groups;

  /** Groups the images of networks that have them in the same order. */
  OutcomeGroups(List<RankedImages> networks, int top) {
    Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    this.groupOf =
        IntStream.range(0, networks.get(0).size())
            .mapToObj(image -> wrongIn(networks, image, top))
            .mapToInt(wrong -> numbers.computeIfAbsent(wrong, w -> numbers.size()))
            .toArray();
    this.groups = ImmutableList.copyOf(numbers.keySet());
  }

  private static BitSet wrongIn(List<RankedImages> networks, int image, int top) {
    BitSet wrong = new BitSet();
    for (int network = 0; network < networks.size(); network++) {
      wrong.set(network, networks.get(network).isWrong(image, top));
    }
    return wrong;
  }

  int images() {
    return groupOf.length;
  }

  /** The group of an image. */
  int of(int image) {
    return groupOf[image];
  }

  /** How often the networks get a group's images wrong, each counted as often as drawn. */
  double wrong(int group, int[] draws, int firstNetwork) {
    BitSet wrong = groups.get(group);
    int sum = 0;
    for (int network = 0; network < draws.length; network++) {
      sum += wrong.get(firstNetwork + network) ? draws[network] : 0;
    }
    return sum;
  }

  int size() {
    return groups.size();
  }
}
