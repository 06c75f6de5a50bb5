package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.core.spec.Parameter.Role;

/**
 * A layer in its place in a network that sees inputs of one size.
 *
 * @param name the official layer name: {@code conv1_1}, {@code pool1}, {@code fc6}; batch
 *     normalisation carries its convolution's name, as its parameters belong there
 * @param last whether this is the classifier, the one weight layer without rectification
 * @param rectified whether a rectification (ReLU) follows: behind every weight layer but the last,
 *     or behind its batch normalisation where it has one
 */
public record PlacedLayer(
    String name,
    LayerSpec layer,
    FeatureShape input,
    FeatureShape output,
    boolean last,
    boolean rectified) {

  /** The parameters of this layer, weights before biases. */
  public List<Parameter> parameters() {
    return layer.accept(new ParametersOf(this));
  }

  /** Number of trained values: what the paper's Table 2 counts. */
  public long parameterCount() {
    return parameters().stream()
        .filter(parameter -> parameter.role().isTrained())
        .mapToLong(Parameter::elements)
        .sum();
  }

  /** Multiply-adds for one image: weights times output positions; biases are not counted. */
  public long multiplyAdds() {
    return parameters().stream()
        .filter(parameter -> parameter.role() == Role.WEIGHTS)
        .mapToLong(weights -> weights.elements() * output.height() * output.width())
        .sum();
  }

  private record ParametersOf(PlacedLayer place) implements LayerSpec.Visitor<List<Parameter>> {
    @Override
    public List<Parameter> visit(LayerSpec.Convolution layer) {
      return weightsAndBiases(layer.kernel(), layer.kernel());
    }

    @Override
    public List<Parameter> visit(LayerSpec.FullyConnected layer) {
      return weightsAndBiases(place.input.height(), place.input.width());
    }

    @Override
    public List<Parameter> visit(LayerSpec.BatchNormalization layer) {
      return ImmutableList.of(
          perChannel(Role.SCALE),
          perChannel(Role.SHIFT),
          perChannel(Role.MEAN),
          perChannel(Role.VARIANCE));
    }

    @Override
    public List<Parameter> visit(LayerSpec.LocalResponseNormalization layer) {
      return ImmutableList.of();
    }

    @Override
    public List<Parameter> visit(LayerSpec.MaxPooling layer) {
      return ImmutableList.of();
    }

    @Override
    public List<Parameter> visit(LayerSpec.Dropout layer) {
      return ImmutableList.of();
    }

    private List<Parameter> weightsAndBiases(int height, int width) {
      List<Integer> shape = List.of(height, width, place.input.channels(), place.output.channels());
      return ImmutableList.of(
          new Parameter(place.name, Role.WEIGHTS, shape), perChannel(Role.BIASES));
    }

    private Parameter perChannel(Role role) {
      return new Parameter(place.name, role, List.of(place.output.channels()));
    }
  }
}
