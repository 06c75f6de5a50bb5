package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.vgg4j.core.Seed;
import org.vgg4j.core.graph.Initialization;
import org.vgg4j.core.spec.Parameter;

/** Where the parameters of a training start. */
public sealed interface StartingPoint {

  /**
   * The layers that the paper copies from net A into deeper nets: "the first four convolutional
   * layers and the last three fully-connected layers" (section 3.1). The first four of A and of B
   * to E do not match in shape, so the layers of the same name are meant.
   */
  ImmutableSet<String> PAPER_LAYERS =
      ImmutableSet.of("conv1_1", "conv2_1", "conv3_1", "conv3_2", "fc6", "fc7", "fc8");

  /** The starting values of a parameter, row-major. */
  float[] values(Parameter parameter, Seed seed);

  /** Random values. */
  record Random(Initialization initialization) implements StartingPoint {
    @Override
    public float[] values(Parameter parameter, Seed seed) {
      return initialization.values(parameter, seed);
    }
  }

  /**
   * Some layers as another network has learnt them, the others random.
   *
   * @param weights the other network's parameters
   * @param layers names of the layers to copy, where both networks have them; {@link
   *     LayerMap#copied} are those that fit as a whole
   */
  record SomeLayers(Source weights, Set<String> layers, Initialization others)
      implements StartingPoint {
    public SomeLayers {
      layers = ImmutableSet.copyOf(layers);
    }

    @Override
    public float[] values(Parameter parameter, Seed seed) {
      return layers.contains(parameter.layer()) && weights.has(parameter)
          ? weights.values(parameter)
          : others.values(parameter, seed);
    }
  }

  /** Every layer as the same network has learnt it at another train scale. */
  record AllLayers(Source weights) implements StartingPoint {
    @Override
    public float[] values(Parameter parameter, Seed seed) {
      checkArgument(weights.has(parameter), "no %s to start from", parameter.name());
      return weights.values(parameter);
    }
  }

  /** Parameters learnt before. */
  interface Source {
    /** Whether it has the parameter, in its very shape. */
    boolean has(Parameter parameter);

    /** The shape of the parameter of that name; empty where it has none. */
    List<Integer> shape(String name);

    /** The values of a parameter that it has, row-major. */
    float[] values(Parameter parameter);
  }
}
