package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Two networks that are compared: second minus first. */
record NetworkPair(Network first, Network second) {
  /** Every network with each later one, in the order of {@code ComparisonFamily}. */
  static ImmutableList<NetworkPair> all(List<Network> networks) {
    ImmutableList.Builder<NetworkPair> pairs = ImmutableList.builder();
    for (int first = 0; first < networks.size(); first++) {
      for (Network second : networks.subList(first + 1, networks.size())) {
        pairs.add(new NetworkPair(networks.get(first), second));
      }
    }
    return pairs.build();
  }
}
