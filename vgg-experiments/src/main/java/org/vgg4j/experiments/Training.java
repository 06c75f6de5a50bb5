package org.vgg4j.experiments;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.augment.ScaleRange;

/**
 * How a network of a row is trained.
 *
 * @param scale the train scale S, such as {@code 256} or {@code 256..512}
 * @param from the trained network it starts from; random layers where there is none
 * @param set keys of the recipe that this training has otherwise, such as {@code initialization}
 */
public record Training(String scale, @Nullable Parent from, @Nullable Map<String, String> set) {
  public Training {
    ScaleRange.parse(scale);
  }

  /** A training by the recipe as it is. */
  public Training(String scale, @Nullable Parent from) {
    this(scale, from, null);
  }

  /** A network at a train scale, which some row trains. */
  public record Parent(String network, String scale) {
    public Parent {
      ScaleRange.parse(scale);
    }
  }

  /** The keys of the recipe that are set otherwise. */
  ImmutableMap<String, String> changes() {
    return set == null ? ImmutableMap.of() : ImmutableMap.copyOf(set);
  }
}
