package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;

/** What a line says of its network, before it is looked up and expanded. */
public sealed interface NetworkDefinition {

  /** The layers themselves, image side first; the last is fc-classes. */
  record Layers(List<LayerSpec> layers) implements NetworkDefinition {
    public Layers {
      layers = ImmutableList.copyOf(layers);
      checkArgument(
          Iterables.getLast(layers, null) instanceof FullyConnected,
          "a network must end with fc-classes");
    }
  }

  /** Another network, changed step by step; with no step, it is that network's second name. */
  record Derivation(String base, List<Modification> modifications) implements NetworkDefinition {
    public Derivation {
      modifications = ImmutableList.copyOf(modifications);
    }

    /** The layers that the modifications make of the base's. */
    List<LayerSpec> applyTo(List<LayerSpec> layers) {
      List<LayerSpec> modified = layers;
      for (Modification modification : modifications) {
        modified = modification.applyTo(modified);
      }
      return modified;
    }
  }
}
