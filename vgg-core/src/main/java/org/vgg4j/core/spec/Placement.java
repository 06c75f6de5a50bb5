package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;

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
      boolean last = i == network.layers().size() - 1;
      boolean rectified = isRectified(network.layers(), i);
      placed.add(new PlacedLayer(name, layer, input, output, last, rectified));
      input = output;
    }
    return placed.build();
  }

  private static boolean isRectified(List<LayerSpec> layers, int index) {
    if (index + 1 == layers.size()) {
      return false;
    }
    LayerSpec layer = layers.get(index);
    boolean normalizedNext = layers.get(index + 1) instanceof BatchNormalization;
    return layer instanceof BatchNormalization
        || ((layer instanceof Convolution || layer instanceof FullyConnected) && !normalizedNext);
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
