package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.PlacedLayer;

/** What others call the layers of VGG networks. */
enum LayerNaming {
  /** {@code conv1_1}, {@code fc6}: the authors' names, and ours. */
  CAFFE {
    @Override
    String name(PlacedLayer layer, int fullyConnected) {
      return layer.name();
    }
  },
  /** {@code block1_conv1}, {@code fc1}, {@code predictions}. */
  KERAS {
    @Override
    String name(PlacedLayer layer, int fullyConnected) {
      if (layer.last()) {
        return "predictions";
      }
      return layer.layer() instanceof FullyConnected
          ? "fc" + fullyConnected
          : layer.name().replaceFirst("conv(\\d+)_", "block$1_conv");
    }
  };

  /**
   * @param fullyConnected how many fully-connected layers there are up to here
   */
  abstract String name(PlacedLayer layer, int fullyConnected);

  /** Their names by ours. */
  ImmutableMap<String, String> names(List<PlacedLayer> weightLayers) {
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    int fullyConnected = 0;
    for (PlacedLayer layer : weightLayers) {
      fullyConnected += layer.layer() instanceof FullyConnected ? 1 : 0;
      names.put(layer.name(), name(layer, fullyConnected));
    }
    return names.buildOrThrow();
  }
}
