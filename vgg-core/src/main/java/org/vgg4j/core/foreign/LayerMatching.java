package org.vgg4j.core.foreign;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vgg4j.core.spec.LayerSpec.BatchNormalization;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.PlacedLayer;

/**
 * Finds the foreign layer of each of ours: by name where most names are known, else by order.
 *
 * @param ours the layers with parameters, first layer first
 * @param theirs the layers of the file
 */
record LayerMatching(ImmutableList<PlacedLayer> ours, ImmutableList<ForeignLayer> theirs) {
  private static final int KERNEL_AXES = 4;

  static LayerMatching of(List<PlacedLayer> network, ImmutableList<ForeignLayer> theirs) {
    return new LayerMatching(
        network.stream().filter(layer -> !layer.parameters().isEmpty()).collect(toImmutableList()),
        theirs);
  }

  /**
   * Their layers in the order of ours.
   *
   * @throws Misfit if there are more or fewer, or others
   */
  ImmutableList<ForeignLayer> matched() {
    checkNormalization();
    return hasNormalization() ? byOrder() : byName().orElseGet(this::byOrder);
  }

  private boolean hasNormalization() {
    return ours.stream().anyMatch(layer -> layer.layer() instanceof BatchNormalization);
  }

  private void checkNormalization() {
    boolean theirsHave = theirs.stream().anyMatch(ForeignLayer::isNormalization);
    if (theirsHave != hasNormalization()) {
      throw new Misfit(
          theirsHave
              ? "the file has batch normalisation, the network has none"
              : "the network has batch normalisation, the file has none");
    }
  }

  private Optional<ImmutableList<ForeignLayer>> byName() {
    Map<String, List<ForeignLayer>> named =
        theirs.stream().collect(Collectors.groupingBy(ForeignLayer::name));
    if (named.size() < theirs.size()) {
      return Optional.empty();
    }
    return Arrays.stream(LayerNaming.values())
        .map(naming -> naming.names(ours))
        .filter(names -> 2 * Maps.filterValues(names, named::containsKey).size() > names.size())
        .findFirst()
        .map(names -> named(names, Maps.transformValues(named, same -> same.get(0))));
  }

  private ImmutableList<ForeignLayer> named(
      Map<String, String> names, Map<String, ForeignLayer> named) {
    List<String> missing =
        names.keySet().stream().filter(our -> !named.containsKey(names.get(our))).toList();
    if (!missing.isEmpty()) {
      throw new Misfit("it lacks " + layers(missing) + topless(missing));
    }
    Set<String> known = Set.copyOf(names.values());
    List<String> extra =
        named.keySet().stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!extra.isEmpty()) {
      throw new Misfit("it has " + layers(extra) + ", which the network lacks");
    }
    return names.values().stream()
        .map(named::get)
        .filter(Objects::nonNull)
        .collect(toImmutableList());
  }

  private String topless(List<String> missing) {
    List<String> top =
        ours.stream()
            .filter(layer -> layer.layer() instanceof FullyConnected)
            .map(PlacedLayer::name)
            .toList();
    return missing.equals(top)
        ? ", all of the fully-connected ones (a file without its top: add --random-head CLASSES)"
        : "";
  }

  private ImmutableList<ForeignLayer> byOrder() {
    if (theirs.size() < ours.size()) {
      throw new Misfit(
          "it has %d layers with parameters, the network %d%s"
              .formatted(theirs.size(), ours.size(), lacking()));
    }
    if (theirs.size() > ours.size()) {
      throw new Misfit(
          "it has %d layers with parameters, the network %d; the first too many is %s"
              .formatted(theirs.size(), ours.size(), theirs.get(ours.size()).path()));
    }
    IntStream.range(0, ours.size()).forEach(this::checkKind);
    return theirs;
  }

  /** What it lacks at the end, where its own last layer is none of the end. */
  private String lacking() {
    boolean endsInKernels =
        theirs.reverse().stream()
            .limit(1)
            .flatMap(layer -> layer.tensor(Role.WEIGHTS).stream())
            .anyMatch(weights -> weights.shape().size() == KERNEL_AXES);
    List<String> missing =
        ours.subList(theirs.size(), ours.size()).stream().map(PlacedLayer::name).toList();
    return endsInKernels ? "; it lacks " + layers(missing) + topless(missing) : "";
  }

  private void checkKind(int place) {
    boolean normalization = ours.get(place).layer() instanceof BatchNormalization;
    if (theirs.get(place).isNormalization() != normalization) {
      throw new Misfit(
          "%s is %s batch normalisation, unlike the network's layer in its place"
              .formatted(theirs.get(place).path(), normalization ? "no" : "a"));
    }
  }

  private static String layers(List<String> names) {
    return (names.size() == 1 ? "layer " : "layers ") + String.join(", ", names);
  }
}
