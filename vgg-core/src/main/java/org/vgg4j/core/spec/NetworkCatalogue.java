package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** Networks by name: those that come with vgg4j, and those of the user's file. */
public final class NetworkCatalogue {
  private static final NetworkCatalogue SHIPPED =
      new NetworkCatalogue(merged(ImmutableMap.of(), NetworksFile.shipped()));

  private final ImmutableMap<String, NetworkLine> lines;
  private final ImmutableMap<String, NetworkSpec> networks;

  private NetworkCatalogue(ImmutableMap<String, NetworkLine> lines) {
    this.lines = lines;
    this.networks = Derivations.expand(lines);
  }

  /** The networks of {@code networks.txt}: the paper's, their variants and other names. */
  public static NetworkCatalogue shipped() {
    return SHIPPED;
  }

  /**
   * These networks and those of a file, which may derive from both.
   *
   * @throws Problem if the file can't be read, breaks the notation, defines a name that is taken,
   *     or derives from a network that does not exist or from itself
   */
  public NetworkCatalogue with(Path userFile) {
    return new NetworkCatalogue(merged(lines, NetworksFile.read(userFile)));
  }

  /** Every name, in the order of the files. */
  public ImmutableList<String> names() {
    return lines.keySet().asList();
  }

  /**
   * The network of that name, for 1000 classes; upper and lower case differ.
   *
   * @throws Problem if there is none, with the nearest name
   */
  public NetworkSpec network(String name) {
    return find(networks, name);
  }

  /**
   * What the line of that name says.
   *
   * @throws Problem if there is none, with the nearest name
   */
  public NetworkDefinition definition(String name) {
    return find(lines, name).definition();
  }

  /** The network of a line that may derive from these. */
  NetworkSpec expand(NetworkLine line) {
    return new Derivations(lines).network(line);
  }

  private static <T> T find(Map<String, T> map, String name) {
    T found = map.get(name);
    if (found == null) {
      throw Problem.configuration(
          "network " + name, "there is no such network", Spelling.suggestion(name, map.keySet()));
    }
    return found;
  }

  private static ImmutableMap<String, NetworkLine> merged(
      Map<String, NetworkLine> known, List<NetworkLine> added) {
    Map<String, NetworkLine> merged = new LinkedHashMap<>(known);
    for (NetworkLine line : added) {
      NetworkLine first = merged.putIfAbsent(line.name().text(), line);
      if (first != null) {
        throw line.name()
            .problem(
                line.name().text() + " is defined already, at " + first.name().place(),
                "give this network another name");
      }
    }
    return ImmutableMap.copyOf(merged);
  }
}
