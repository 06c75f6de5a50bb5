package org.vgg4j.core.spec;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.spec.NetworkDefinition.Derivation;
import org.vgg4j.core.spec.NetworkDefinition.Layers;

/** Follows derivations down to layers, in whatever order the lines stand. */
final class Derivations {
  private final Map<String, NetworkLine> lines;
  private final Map<String, NetworkSpec> expanded = new LinkedHashMap<>();
  private final Set<String> path = new LinkedHashSet<>();

  Derivations(Map<String, NetworkLine> lines) {
    this.lines = lines;
  }

  static ImmutableMap<String, NetworkSpec> expand(Map<String, NetworkLine> lines) {
    Derivations derivations = new Derivations(lines);
    lines.values().forEach(derivations::network);
    return ImmutableMap.copyOf(derivations.expanded);
  }

  /**
   * The network of a line.
   *
   * @throws Problem if its base is unknown, derives from it, or can't be modified that way
   */
  NetworkSpec network(NetworkLine line) {
    NetworkSpec known = expanded.get(line.name().text());
    if (known != null) {
      return known;
    }
    NetworkSpec network = expanded(line);
    expanded.put(network.name(), network);
    return network;
  }

  private NetworkSpec expanded(NetworkLine line) {
    String name = line.name().text();
    if (line.definition() instanceof Layers own) {
      return new NetworkSpec(name, own.layers());
    }
    if (!path.add(name)) {
      String cycle = path.stream().dropWhile(step -> !step.equals(name)).collect(joining(" from "));
      throw line.start()
          .problem(
              name + " derives from itself: " + cycle + " from " + name,
              "write the layers of one of them");
    }
    NetworkSpec derived = line.derive((Derivation) line.definition(), network(base(line.start())));
    path.remove(name);
    return derived;
  }

  private NetworkLine base(Token name) {
    NetworkLine base = lines.get(name.text());
    if (base == null) {
      throw name.problem(
          "there is no network " + name.text() + " to derive from",
          Spelling.suggestion(name.text(), lines.keySet()));
    }
    return base;
  }
}
