package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.LocalResponseNormalization;

/**
 * Which layer may follow which. Every network of the paper keeps these rules, and layer names are
 * unique because of them.
 */
final class LayerOrder {
  private LayerOrder() {}

  /**
   * Checks that {@code layer} may come after all of {@code before}.
   *
   * @throws IllegalArgumentException if it may not, with the rule it breaks
   */
  static void check(List<LayerSpec> before, LayerSpec layer) {
    if (layer instanceof BatchNormalization) {
      checkArgument(
          !before.isEmpty() && isWeightLayer(before.get(before.size() - 1)),
          "bn belongs directly behind a convolution or a fully-connected layer");
    } else if (layer instanceof LocalResponseNormalization || layer instanceof Dropout) {
      checkArgument(isFirstOfItsKind(before, layer), "one weight layer can't have two of these");
    }
    if (!(layer instanceof FullyConnected
        || layer instanceof Dropout
        || layer instanceof BatchNormalization)) {
      checkArgument(
          before.stream().noneMatch(FullyConnected.class::isInstance),
          "only bn and drop can follow a fully-connected layer, which has no feature map");
    }
  }

  private static boolean isWeightLayer(LayerSpec layer) {
    return layer instanceof Convolution || layer instanceof FullyConnected;
  }

  private static boolean isFirstOfItsKind(List<LayerSpec> before, LayerSpec layer) {
    for (int i = before.size() - 1; i >= 0 && !isWeightLayer(before.get(i)); i--) {
      if (before.get(i).getClass() == layer.getClass()) {
        return false;
      }
    }
    return true;
  }
}
