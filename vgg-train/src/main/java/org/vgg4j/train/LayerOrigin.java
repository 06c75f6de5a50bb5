package org.vgg4j.train;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.spec.Parameter;

/**
 * The run that layers are copied from.
 *
 * @param name for people
 * @param weights what it has learnt
 */
public record LayerOrigin(String name, StartingPoint.Source weights) {

  /** Why a layer can't be copied; null where it can. */
  @Nullable String misfit(List<Parameter> layer) {
    for (Parameter parameter : layer) {
      List<Integer> shape = weights.shape(parameter.name());
      if (shape.isEmpty()) {
        return "there is no " + parameter.name() + " in " + name;
      }
      if (!shape.equals(parameter.shape())) {
        return "%s is %s in %s, not %s"
            .formatted(parameter.name(), text(shape), name, text(parameter.shape()));
      }
    }
    return null;
  }

  private static String text(List<Integer> shape) {
    return shape.stream().map(Object::toString).collect(Collectors.joining("x"));
  }
}
