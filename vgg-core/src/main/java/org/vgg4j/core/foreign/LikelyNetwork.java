package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;

/** Finds the shipped network that a file may hold. */
public final class LikelyNetwork {
  private LikelyNetwork() {}

  /**
   * The first shipped network whose layers and shapes are those of a file, with the file's classes.
   *
   * @param crop side in pixels of the crops that it was trained on
   */
  public static Optional<NetworkSpec> of(List<ForeignTensor> tensors, Layout layout, int crop) {
    NetworkCatalogue shipped = NetworkCatalogue.shipped();
    Assignments assignments = new Assignments(tensors, ImmutableMap.of());
    return shipped.names().stream()
        .map(shipped::network)
        .flatMap(network -> fitting(network, assignments, layout, crop).stream())
        .findFirst();
  }

  private static Optional<NetworkSpec> fitting(
      NetworkSpec network, Assignments assignments, Layout layout, int crop) {
    try {
      NetworkSpec classified = network.withClasses(assignments.classes(network, crop));
      new ShapeCheck(layout).check(assignments.of(classified, crop));
      return Optional.of(classified);
    } catch (Misfit | Problem | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty(); // crops may be too small for it, or classes too many
    }
  }
}
