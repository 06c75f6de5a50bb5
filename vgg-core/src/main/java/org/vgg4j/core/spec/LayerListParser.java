package org.vgg4j.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;

/** Reads words as the layers of a network, from the image to {@code fc-classes}. */
final class LayerListParser {
  /** What two digits can say. */
  static final int MOST_REPEATS = 99;

  private static final String REPEAT = "x\\d+";
  private static final String TIMES = "x[1-9]\\d?";
  private static final String EXPECTED = "derive as in D + batch-norm, or write layers: ";
  private static final Pattern GLUED = Pattern.compile("[^|+][|+]|[|+][^|+]|[()]");

  private final List<LayerSpec> layers = new ArrayList<>();
  private boolean scored;
  private boolean repeatable;

  private LayerListParser() {}

  static NetworkDefinition.Layers parse(List<Token> tokens) {
    LayerListParser parser = new LayerListParser();
    tokens.forEach(parser::accept);
    if (!parser.scored) {
      throw tokens
          .get(tokens.size() - 1)
          .problemAfter(
              "the network does not score classes",
              "end the line with fc-classes; the data says how many");
    }
    return new NetworkDefinition.Layers(parser.layers);
  }

  private void accept(Token token) {
    if (scored) {
      throw token.problem(
          token.text() + " follows fc-classes",
          "move it before fc-classes, which is the last layer");
    }
    if (token.text().matches(REPEAT)) {
      repeat(token);
    } else {
      read(token);
    }
  }

  private void read(Token token) {
    LayerSpec layer = layer(token);
    add(token, layer);
    scored = token.is(LayerParser.CLASSES);
    repeatable = layer instanceof Convolution || layer instanceof FullyConnected;
  }

  private static LayerSpec layer(Token token) {
    try {
      return LayerParser.find(token.text()).orElseThrow(() -> misspelt(token));
    } catch (IllegalArgumentException e) {
      throw token
          .problem(
              token.text() + " has a wrong value: " + e.getMessage(),
              "write it like " + LayerParser.examples(token.text()))
          .causedBy(e);
    }
  }

  private void add(Token token, LayerSpec layer) {
    try {
      LayerOrder.check(layers, layer);
    } catch (IllegalArgumentException e) {
      throw token
          .problem(token.text() + " can't stand here: " + e.getMessage(), "move or remove it")
          .causedBy(e);
    }
    layers.add(layer);
  }

  private void repeat(Token token) {
    if (!repeatable) {
      throw token.problem(
          token.text() + " has no single conv or fc layer before it",
          "write conv3-64 " + token.text() + ", or write the layers out");
    }
    LayerSpec layer = layers.get(layers.size() - 1);
    for (int i = times(token); i > 1; i--) {
      add(token, layer);
    }
    repeatable = false;
  }

  private static int times(Token token) {
    if (!token.text().matches(TIMES)) {
      throw token.problem(
          token.text() + " is no number of repeats", "write a number from x2 to x99");
    }
    return Integer.parseInt(token.text().substring(1));
  }

  private static Problem misspelt(Token token) {
    String remedy =
        GLUED.matcher(token.text()).find()
            ? "put blanks around | and +, and none into brackets"
            : LayerRepair.of(token.text())
                .map(layer -> "did you mean " + layer + "?")
                .orElseGet(() -> EXPECTED + LayerParser.examples(token.text()));
    return token.problem(token.text() + " is no layer", remedy);
  }
}
