package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.core.foreign.ForeignName.Part;
import org.vgg4j.core.spec.Parameter.Role;

/**
 * The tensors of a file that belong to one layer there. Batch normalisation is a layer of its own.
 *
 * @param path what the file calls the layer, with what it lies in
 */
record ForeignLayer(String path, Map<Part, ForeignTensor> parts) {
  private static final int NORMALIZATION_PARTS = 4;

  ForeignLayer {
    parts = ImmutableMap.copyOf(parts);
  }

  /** The last word of the path. */
  String name() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
  }

  boolean isNormalization() {
    return parts.containsKey(Part.MEAN)
        || parts.containsKey(Part.GAMMA)
        || (parts.containsKey(Part.FOURTH) && parts.size() == NORMALIZATION_PARTS);
  }

  /** The tensor with that role in our network. */
  Optional<ForeignTensor> tensor(Role role) {
    return switch (role) {
      case WEIGHTS -> either(Part.WEIGHTS, Part.FIRST);
      case BIASES -> either(Part.BIASES, Part.SECOND);
      case SCALE -> either(Part.GAMMA, Part.WEIGHTS, Part.FIRST);
      case SHIFT -> either(Part.BETA, Part.BIASES, Part.SECOND);
      case MEAN -> either(Part.MEAN, Part.THIRD);
      case VARIANCE -> either(Part.VARIANCE, Part.FOURTH);
    };
  }

  private Optional<ForeignTensor> either(Part... candidates) {
    for (Part part : candidates) {
      ForeignTensor tensor = parts.get(part);
      if (tensor != null) {
        return Optional.of(tensor);
      }
    }
    return Optional.empty();
  }
}
