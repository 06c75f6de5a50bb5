package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.PlacedLayer;

/** Finds the foreign tensor of every parameter. */
final class Assignments {
  private final ImmutableMap<String, ForeignTensor> tensors;
  private final ImmutableMap<String, String> names;

  /**
   * @param names the tensor of each parameter where the user has said so; else nothing
   */
  Assignments(List<ForeignTensor> tensors, Map<String, String> names) {
    this.tensors = Maps.uniqueIndex(tensors, ForeignTensor::name);
    this.names = ImmutableMap.copyOf(names);
  }

  /**
   * The tensor of every parameter, first layer first; shapes are not compared.
   *
   * @throws Misfit if a parameter has none, or the file more
   */
  ImmutableList<Assignment> of(NetworkSpec network, int crop) {
    return of(network.placedAt(crop));
  }

  /** The same for all but the fully-connected layers, of a file that lacks those. */
  ImmutableList<Assignment> ofFeatures(NetworkSpec network, int crop) {
    return of(
        network.placedAt(crop).stream()
            .filter(layer -> !(layer.layer() instanceof FullyConnected))
            .toList());
  }

  private ImmutableList<Assignment> of(List<PlacedLayer> layers) {
    if (!names.isEmpty()) {
      return named(layers, names);
    }
    List<String> ours =
        layers.stream().flatMap(layer -> layer.parameters().stream()).map(Parameter::name).toList();
    return tensors.keySet().containsAll(ours)
        ? named(layers, Maps.toMap(ours, name -> name))
        : matched(layers);
  }

  /** The number of classes that the last layer of the file has. */
  int classes(NetworkSpec network, int crop) {
    ImmutableList<Assignment> all = of(network, crop);
    return Math.toIntExact(all.get(all.size() - 1).tensor().elements());
  }

  private ImmutableList<Assignment> named(List<PlacedLayer> layers, Map<String, String> given) {
    ImmutableList.Builder<Assignment> assignments = ImmutableList.builder();
    for (PlacedLayer layer : layers) {
      for (Parameter parameter : layer.parameters()) {
        String name = given.get(parameter.name());
        ForeignTensor tensor = name == null ? null : tensors.get(name);
        if (tensor == null) {
          throw new Misfit(
              name == null
                  ? "the map names no tensor for " + parameter.name()
                  : "it has no tensor " + name + ", which the map names for " + parameter.name());
        }
        assignments.add(new Assignment(layer, parameter, tensor));
      }
    }
    return assignments.build();
  }

  private ImmutableList<Assignment> matched(List<PlacedLayer> layers) {
    LayerMatching matching = LayerMatching.of(layers, ForeignLayers.of(tensors.values()));
    ImmutableList<ForeignLayer> theirs = matching.matched();
    ImmutableList.Builder<Assignment> assignments = ImmutableList.builder();
    for (int i = 0; i < theirs.size(); i++) {
      PlacedLayer layer = matching.ours().get(i);
      ForeignLayer foreign = theirs.get(i);
      for (Parameter parameter : layer.parameters()) {
        ForeignTensor tensor =
            foreign
                .tensor(parameter.role())
                .orElseThrow(
                    () -> new Misfit(foreign.path() + " has nothing for " + parameter.name()));
        assignments.add(new Assignment(layer, parameter, tensor));
      }
    }
    return assignments.build();
  }
}
