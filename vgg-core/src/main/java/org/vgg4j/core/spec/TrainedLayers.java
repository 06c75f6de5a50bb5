package org.vgg4j.core.spec;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/**
 * Which layers a training moves. The others stay as they start, bit for bit: neither gradient nor
 * weight decay touches them, and their batch normalisation is that of test time. The paper's
 * submission tuned the fully-connected layers only.
 *
 * @param names of the layers that train, such as {@code fc6}; empty for all
 */
public record TrainedLayers(Set<String> names) {
  /** Every layer, as the paper trains. */
  public static final TrainedLayers ALL = new TrainedLayers(ImmutableSet.of());

  public TrainedLayers {
    names = ImmutableSet.copyOf(names);
  }

  /** Reads {@code all}, or names of layers with blanks between: {@code fc6 fc7 fc8}. */
  public static TrainedLayers parse(String text) {
    Splitter blanks = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
    ImmutableSet<String> names = ImmutableSet.copyOf(blanks.split(text));
    if (names.isEmpty()) {
      throw new IllegalArgumentException("name the layers that train, or all");
    }
    return names.equals(ImmutableSet.of("all")) ? ALL : new TrainedLayers(names);
  }

  /** Whether the layer of that name trains. */
  public boolean includes(String layer) {
    return names.isEmpty() || names.contains(layer);
  }

  /** Whether gradient descent changes a parameter. */
  public boolean moves(Parameter parameter) {
    return parameter.role().isTrained() && includes(parameter.layer());
  }

  /**
   * Checks that every name is a layer of the network that has parameters.
   *
   * @throws Problem at the first that is not
   */
  public void checkIn(NetworkSpec network, int crop) {
    Set<String> layers =
        network.parameters(crop).stream()
            .map(Parameter::layer)
            .collect(ImmutableSet.toImmutableSet());
    for (String name : names) {
      if (!layers.contains(name)) {
        throw Problem.configuration(
            "trains " + this,
            name + " is no layer with weights of network " + network.name(),
            Spelling.suggestion(name, layers));
      }
    }
  }

  /** As it is read. */
  @Override
  public String toString() {
    return names.isEmpty() ? "all" : Joiner.on(' ').join(names);
  }
}
