package org.vgg4j.train;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.TrainedLayers;

/**
 * How a staged training starts, layer by layer (section 3.1): which layers are copied from which
 * run, which start from random values, and which train. A layer is copied as a whole, bit for bit,
 * or not at all.
 *
 * @param from the run that layers are copied from, for people; null where all are random
 * @param layers every layer that has parameters, first layer first
 */
public record LayerMap(@Nullable String from, List<Layer> layers) {
  public LayerMap {
    layers = ImmutableList.copyOf(layers);
  }

  /** Where a layer's parameters start. */
  public enum Start {
    COPIED,
    RANDOM
  }

  /**
   * One layer.
   *
   * @param misfit why it can't be copied although it should be; null for all others
   */
  public record Layer(String name, Start start, boolean trains, @Nullable String misfit) {}

  /** A network whose layers are all random. */
  public static LayerMap random(List<Parameter> parameters, TrainedLayers trains) {
    ImmutableList.Builder<Layer> layers = ImmutableList.builder();
    for (String name : byLayer(parameters).keySet()) {
      layers.add(new Layer(name, Start.RANDOM, trains.includes(name), null));
    }
    return new LayerMap(null, layers.build());
  }

  /**
   * A network of which some layers are copied, where the other run has them in their very shape.
   *
   * @param wanted names of the layers to copy
   */
  public static LayerMap copying(
      LayerOrigin from, Set<String> wanted, List<Parameter> parameters, TrainedLayers trains) {
    ImmutableList.Builder<Layer> layers = ImmutableList.builder();
    byLayer(parameters)
        .forEach(
            (name, its) -> {
              String misfit = wanted.contains(name) ? from.misfit(its) : null;
              boolean copied = wanted.contains(name) && misfit == null;
              Start start = copied ? Start.COPIED : Start.RANDOM;
              layers.add(new Layer(name, start, trains.includes(name), misfit));
            });
    return new LayerMap(from.name(), layers.build());
  }

  /** Names of all layers with parameters. */
  public static ImmutableSet<String> layersOf(List<Parameter> parameters) {
    return ImmutableSet.copyOf(byLayer(parameters).keySet());
  }

  private static Map<String, List<Parameter>> byLayer(List<Parameter> parameters) {
    Map<String, List<Parameter>> layers = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      layers.merge(parameter.layer(), ImmutableList.of(parameter), LayerMap::joined);
    }
    return layers;
  }

  private static List<Parameter> joined(List<Parameter> some, List<Parameter> others) {
    return ImmutableList.<Parameter>builder().addAll(some).addAll(others).build();
  }

  /** Names of the layers that are copied. */
  public ImmutableSet<String> copied() {
    return names(Start.COPIED);
  }

  private ImmutableSet<String> names(Start start) {
    return layers.stream()
        .filter(layer -> layer.start() == start)
        .map(Layer::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** One line for people: {@code fc6 fc7 fc8 from A-S256; random: conv1_1 ...; all train}. */
  public String text() {
    Set<String> random = names(Start.RANDOM);
    String start =
        copied().isEmpty()
            ? "all layers random"
            : random.isEmpty()
                ? "all layers from " + from
                : words(copied()) + " from " + from + "; random: " + words(random);
    return start + frozen() + misfits();
  }

  private String frozen() {
    boolean all = layers.stream().allMatch(Layer::trains);
    return all
        ? ""
        : "; only "
            + words(layers.stream().filter(Layer::trains).map(Layer::name).toList())
            + " train";
  }

  private String misfits() {
    return layers.stream()
        .map(Layer::misfit)
        .filter(Objects::nonNull)
        .map(misfit -> "; " + misfit)
        .collect(Collectors.joining());
  }

  private static String words(Iterable<String> names) {
    return Joiner.on(' ').join(names);
  }
}
