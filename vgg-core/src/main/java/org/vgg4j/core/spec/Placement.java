package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Problem;

/** Walks a network from the image to the scores and gives each layer its name and shapes. */
final class Placement {
  private Placement() {}

  static List<PlacedLayer> of(NetworkSpec network, int size) {
    ImmutableList.Builder<PlacedLayer> placed = ImmutableList.builder();
    LayerNames names = new LayerNames();
    FeatureShape input = FeatureShape.rgb(size);
    for (int i = 0; i < network.layers().size(); i++) {
      LayerSpec layer = network.layers().get(i);
      String name = layer.accept(names);
      FeatureShape output = output(network.name() + " at " + size + " pixels", name, layer, input);
      placed.add(new PlacedLayer(name, layer, input, output, i == network.layers().size() - 1));
      input = output;
    }
    return placed.build();
  }

  private static FeatureShape output(
      String where, String name, LayerSpec layer, FeatureShape input) {
    try {
      return layer.output(input);
    } catch (IllegalArgumentException e) {
      throw Problem.configuration(
              where,
              name + " can't work on a feature map of " + input,
              "use larger images or fewer pooling layers")
          .causedBy(e);
    }
  }
}
