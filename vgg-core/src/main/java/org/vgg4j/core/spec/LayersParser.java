package org.vgg4j.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;

/** Reads words as the layers of a network, from the image to {@code fc-classes}. */
final class LayersParser {
  private static final String REPEAT = "x\\d+";
  private static final Pattern GLUED = Pattern.compile("[^|+][|+]|[|+][^|+]|[()]");
  private static final String EXPECTED =
      "layers are conv3-64, conv11/4-64, conv3-64-valid, |, pool3/2, fc-4096, drop0.5, lrn, bn"
          + " and, at the end, fc-classes; or derive from a network: D + batch-norm";

  private final List<LayerSpec> layers = new ArrayList<>();
  private boolean scored;
  private boolean repeatable;

  private LayersParser() {}

  static NetworkDefinition.Layers parse(List<Token> tokens) {
    LayersParser parser = new LayersParser();
    tokens.forEach(parser::accept);
    if (!parser.scored) {
      throw tokens
          .get(tokens.size() - 1)
          .problemAfter("the network does not score classes", "end the line with fc-classes");
    }
    return new NetworkDefinition.Layers(parser.layers);
  }

  private void accept(Token token) {
    if (scored) {
      throw token.problem(
          token.text() + " follows fc-classes",
          "move it before fc-classes, which is the last layer");
    }
    try {
      read(token);
    } catch (IllegalArgumentException e) {
      throw token
          .problem(token.text() + " can't stand here: " + e.getMessage(), "correct this layer")
          .causedBy(e);
    }
  }

  private void read(Token token) {
    if (token.text().matches(REPEAT)) {
      repeat(token);
      return;
    }
    LayerSpec layer = LayerParser.find(token.text()).orElseThrow(() -> misspelt(token));
    add(layer);
    scored = token.is(LayerParser.CLASSES);
    repeatable = layer instanceof Convolution || layer instanceof FullyConnected;
  }

  private void add(LayerSpec layer) {
    LayerOrder.check(layers, layer);
    layers.add(layer);
  }

  private void repeat(Token token) {
    int times = LayerParser.whole(token.text().substring(1));
    if (!repeatable) {
      throw token.problem(
          token.text() + " has no single conv or fc layer before it",
          "write conv3-64 " + token.text() + ", or write the layers out");
    }
    if (times < 1 || times > 1000) {
      throw token.problem(token.text() + " repeats nothing sensible", "repeat x2 to x1000 times");
    }
    LayerSpec layer = layers.get(layers.size() - 1);
    for (int i = 1; i < times; i++) {
      add(layer);
    }
    repeatable = false;
  }

  private static Problem misspelt(Token token) {
    String remedy =
        GLUED.matcher(token.text()).find()
            ? "put blanks around | and +, and none into brackets"
            : LayerRepair.of(token.text())
                .map(layer -> "did you mean " + layer + "?")
                .orElse(EXPECTED);
    return token.problem(token.text() + " is no layer", remedy);
  }
}
