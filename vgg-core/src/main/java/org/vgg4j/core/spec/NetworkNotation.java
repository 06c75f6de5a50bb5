package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkDefinition.Derivation;
import org.vgg4j.core.spec.NetworkDefinition.Layers;

/**
 * The one-line notation of networks, readable beside Table 1 of the paper: {@code A conv3-64 |
 * conv3-128 | ... fc-classes}, or {@code A-BN A + batch-norm}. The whole grammar is in
 * docs/networks.md.
 *
 * <p>The number of classes is the data's, not the network's: the last layer is always written
 * {@code fc-classes} and read as 1000 classes.
 */
public final class NetworkNotation {
  private static final NotationPrinter PRINTER = new NotationPrinter();

  private NetworkNotation() {}

  /**
   * Reads a line: a name, then layers or a derivation from one of the shipped networks.
   *
   * @throws Problem with the column, if the line does not follow the notation
   */
  public static NetworkSpec parse(String line) {
    SourceLine source = SourceLine.of(line);
    ImmutableList<Token> tokens = source.tokens();
    if (tokens.isEmpty()) {
      throw source.problem(1, "there is no network", "write a name, then layers");
    }
    return NetworkCatalogue.shipped().expand(NetworkLine.parse(tokens));
  }

  /** The expanded line: the name, then every layer. Reads back equal but for the classes. */
  public static String print(NetworkSpec network) {
    return network.name() + " " + PRINTER.print(network.layers());
  }

  /** The definition in canonical form. Reads back as the same definition. */
  public static String print(NetworkDefinition definition) {
    return definition instanceof Derivation derivation
        ? Stream.concat(
                Stream.of(derivation.base()),
                derivation.modifications().stream().map(Modification::notation))
            .collect(Collectors.joining(" + "))
        : PRINTER.print(((Layers) definition).layers());
  }

  /** One layer, such as {@code conv3-64}. */
  public static String print(LayerSpec layer) {
    return layer.accept(PRINTER);
  }
}
