package org.vgg4j.core.spec;

import java.util.List;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkDefinition.Derivation;

/**
 * A parsed line: a name and what it stands for.
 *
 * @param start the first word of the definition: the base's name in a derivation
 */
record NetworkLine(Token name, Token start, NetworkDefinition definition) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Reads the words of a line.
   *
   * @throws Problem with file, line and column, if they don't follow the notation
   */
  static NetworkLine parse(List<Token> tokens) {
    Token name = tokens.get(0);
    checkName(name);
    List<Token> rest = tokens.subList(1, tokens.size());
    if (rest.isEmpty()) {
      throw name.problemAfter(
          "network " + name.text() + " has no definition",
          "write its layers, or the network it derives from");
    }
    return new NetworkLine(name, rest.get(0), definition(rest));
  }

  private static NetworkDefinition definition(List<Token> tokens) {
    return DerivationParser.reads(tokens)
        ? DerivationParser.parse(tokens)
        : LayerListParser.parse(tokens);
  }

  private static void checkName(Token name) {
    if (LayerParser.spells(name.text())) {
      throw name.problem(name.text() + " is a layer", "begin the line with the network's name");
    }
    if (!NAME.matcher(name.text()).matches()) {
      throw name.problem(
          name.text() + " can't be a network's name", "use letters, digits, dots, - and _");
    }
  }

  /** The network that this line makes of its base. */
  NetworkSpec derive(Derivation derivation, NetworkSpec base) {
    try {
      return new NetworkSpec(name.text(), derivation.applyTo(base.layers()));
    } catch (IllegalArgumentException e) {
      throw start
          .problem(
              name.text() + " can't derive from " + base.name() + ": " + e.getMessage(),
              "change the modifications")
          .causedBy(e);
    }
  }
}
