package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMultiset;
import java.util.List;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;

/** Compares the shapes of tensors with what a network needs, and guesses why they differ. */
final class ShapeCheck {
  private final Layout layout;

  ShapeCheck(Layout layout) {
    this.layout = layout;
  }

  /**
   * Checks all tensors.
   *
   * @throws Misfit at the first that does not fit
   */
  void check(List<Assignment> assignments) {
    assignments.stream()
        .filter(assignment -> !assignment.fits(layout))
        .findFirst()
        .ifPresent(this::refuse);
  }

  private void refuse(Assignment wrong) {
    throw new Misfit(
        "%s has shape %s where %s needs %s (%s)"
            .formatted(
                wrong.tensor().name(),
                wrong.tensor().shape(),
                wrong.parameter().name(),
                wrong.expectedShape(layout),
                likelyCause(wrong)));
  }

  private String likelyCause(Assignment wrong) {
    Parameter parameter = wrong.parameter();
    List<Integer> shape = wrong.tensor().shape();
    boolean sameSizes =
        ImmutableMultiset.copyOf(shape)
            .equals(ImmutableMultiset.copyOf(wrong.expectedShape(layout)));
    if (sameSizes) {
      return "another order of axes than " + layout + ": see --layout";
    }
    if (wrong.layer().last() && outputsDiffer(wrong)) {
      return "another number of classes";
    }
    boolean seesMap = wrong.isFullyConnected() && parameter.role() == Role.WEIGHTS;
    if (seesMap && parameter.shape().get(0) > 1 && !outputsDiffer(wrong)) {
      return "a feature map of another size or depth: another crop, padding or width";
    }
    return "another configuration or width";
  }

  /** Whether the tensor does not have the parameter's output channels along any axis. */
  private static boolean outputsDiffer(Assignment wrong) {
    List<Integer> ours = wrong.parameter().shape();
    return !wrong.tensor().shape().contains(ours.get(ours.size() - 1));
  }
}
