package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.LayerSpec.Convolution;
import org.vgg4j.core.spec.LayerSpec.Dropout;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.LayerSpec.MaxPooling;
import org.vgg4j.core.spec.Modification.DropoutRate;
import org.vgg4j.core.spec.Modification.NoDropout;

/**
 * A network: a name and its layers from the image to the class scores. The last layer is fully
 * connected and has one unit per class.
 */
public record NetworkSpec(String name, List<LayerSpec> layers) {
  public NetworkSpec {
    layers = ImmutableList.copyOf(layers);
    checkArgument(
        Iterables.getLast(layers, null) instanceof FullyConnected,
        "network %s must end with fc-classes",
        name);
  }

  /** Number of classes that the last layer scores. */
  public int classes() {
    return ((FullyConnected) layers.get(layers.size() - 1)).units();
  }

  /** The same network under another name. */
  public NetworkSpec named(String otherName) {
    return new NetworkSpec(otherName, layers);
  }

  /** The same network for another number of classes. */
  public NetworkSpec withClasses(int classes) {
    List<LayerSpec> hidden = layers.subList(0, layers.size() - 1);
    return new NetworkSpec(
        name,
        ImmutableList.<LayerSpec>builder().addAll(hidden).add(new FullyConnected(classes)).build());
  }

  /** The same network with its channels and hidden units times {@code width}; classes stay. */
  public NetworkSpec scaledBy(Width width) {
    return new NetworkSpec(name, new Modification.Widen(width).applyTo(layers));
  }

  /** The same network with another rate for every dropout layer, or without them for rate 0. */
  public NetworkSpec withDropout(double rate) {
    boolean hasDropout = layers.stream().anyMatch(Dropout.class::isInstance);
    if (!hasDropout) {
      return this;
    }
    Modification change = rate == 0 ? new NoDropout() : new DropoutRate(rate);
    return new NetworkSpec(name, change.applyTo(layers));
  }

  /** The same network with pooling that rounds down; equal where crops are pooled evenly. */
  public NetworkSpec withFloorPooling() {
    return withPooling(Rounding.FLOOR);
  }

  /** The same network with pooling that rounds so, whatever its own does. */
  public NetworkSpec withPooling(Rounding rounding) {
    return new NetworkSpec(name, layers.stream().map(layer -> rounded(layer, rounding)).toList());
  }

  private static LayerSpec rounded(LayerSpec layer, Rounding rounding) {
    return layer instanceof MaxPooling pooling
        ? new MaxPooling(pooling.window(), pooling.stride(), rounding)
        : layer;
  }

  /** The layers that have weights: the number in names such as VGG-16 (section 2.2). */
  public long weightLayers() {
    return layers.stream()
        .filter(layer -> layer instanceof Convolution || layer instanceof FullyConnected)
        .count();
  }

  /**
   * Every layer with its name and shapes for square RGB inputs of {@code size} pixels.
   *
   * @throws Problem if the input is too small for the network
   */
  public List<PlacedLayer> placedAt(int size) {
    return Placement.of(this, size);
  }

  /** Every parameter, first layer first, for crops of {@code size} pixels. */
  public List<Parameter> parameters(int size) {
    return placedAt(size).stream()
        .flatMap(placed -> placed.parameters().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Number of trained values for crops of {@code size} pixels (the paper's Table 2). */
  public long parameterCount(int size) {
    return placedAt(size).stream().mapToLong(PlacedLayer::parameterCount).sum();
  }

  /** Multiply-adds of one forward pass over a crop of {@code size} pixels. */
  public long multiplyAdds(int size) {
    return placedAt(size).stream().mapToLong(PlacedLayer::multiplyAdds).sum();
  }

  /** The expanded line of the notation. */
  @Override
  public String toString() {
    return NetworkNotation.print(this);
  }
}
