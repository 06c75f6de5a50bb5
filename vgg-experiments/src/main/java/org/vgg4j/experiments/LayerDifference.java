package org.vgg4j.experiments;

import java.util.List;
import java.util.Optional;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * Where two networks differ in what they compute when they are tested. Dropout, the classes and the
 * rounding of pooling are not compared: weights are the same with any.
 */
final class LayerDifference {
  private LayerDifference() {}

  /**
   * The first layer that differs, in words.
   *
   * @param crop side in pixels of the images for which the layers are compared
   */
  static Optional<String> first(NetworkSpec wanted, NetworkSpec found, int crop) {
    List<PlacedLayer> ours = layers(wanted, crop);
    List<PlacedLayer> theirs = layers(found.withClasses(wanted.classes()), crop);
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String our = at(ours, i);
      String their = at(theirs, i);
      if (!our.equals(their)) {
        return Optional.of("it has " + their + " where that has " + our);
      }
    }
    return Optional.empty();
  }

  private static List<PlacedLayer> layers(NetworkSpec network, int crop) {
    return network.withFloorPooling().placedAt(crop).stream()
        .filter(placed -> !(placed.layer() instanceof Dropout))
        .toList();
  }

  private static String at(List<PlacedLayer> layers, int index) {
    return index < layers.size()
        ? layers.get(index).name() + " (" + NetworkNotation.print(layers.get(index).layer()) + ")"
        : "no more layers";
  }
}
