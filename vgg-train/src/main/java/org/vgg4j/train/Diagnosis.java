package org.vgg4j.train;

import java.util.List;
import java.util.Locale;
import org.vgg4j.core.graph.LayerScale;

/**
 * What the scales of the layers say about a training that goes nowhere.
 *
 * @param layers first layer first
 */
record Diagnosis(List<LayerScale> layers) {

  /** One line for people. */
  String text() {
    LayerScale first = layers.get(0);
    LayerScale last = layers.get(layers.size() - 1);
    return String.format(
        Locale.ROOT,
        "activations go from %.2g in %s to %.2g in %s, gradients from %.2g to %.2g",
        first.activations(),
        first.layer(),
        last.activations(),
        last.layer(),
        first.gradient(),
        last.gradient());
  }

  /** One line a layer, with a heading: RFC 4180. */
  String csv() {
    StringBuilder lines = new StringBuilder("layer,activations,weights,gradient\r\n");
    for (LayerScale layer : layers) {
      lines
          .append(layer.layer())
          .append(',')
          .append(layer.activations())
          .append(',')
          .append(layer.weights())
          .append(',')
          .append(layer.gradient())
          .append("\r\n");
    }
    return lines.toString();
  }
}
