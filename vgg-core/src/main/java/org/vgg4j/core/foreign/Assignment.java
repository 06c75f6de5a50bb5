package org.vgg4j.core.foreign;

import java.util.List;
import java.util.Optional;
import org.vgg4j.core.spec.LayerSpec.FullyConnected;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Parameter.Role;
import org.vgg4j.core.spec.PlacedLayer;

/** A parameter of our network and the foreign tensor that becomes it. */
record Assignment(PlacedLayer layer, Parameter parameter, ForeignTensor tensor) {

  boolean isFullyConnected() {
    return layer.layer() instanceof FullyConnected;
  }

  /** The shape that the tensor should have. */
  List<Integer> expectedShape(Layout layout) {
    if (parameter.role() != Role.WEIGHTS) {
      return parameter.shape();
    }
    return isFullyConnected() ? layout.matrixShape(parameter) : layout.kernelShape(parameter);
  }

  /** Whether the tensor can become the parameter. */
  boolean fits(Layout layout) {
    return parameter.role() == Role.WEIGHTS ? strides(layout).isPresent() : isVector();
  }

  private Optional<Strides> strides(Layout layout) {
    return layout.strides(parameter, tensor.shape(), isFullyConnected());
  }

  /** Old Caffe files fill vectors up to four axes. */
  private boolean isVector() {
    List<Integer> axes = tensor.shape().stream().filter(size -> size != 1).toList();
    List<Integer> expected = parameter.shape().stream().filter(size -> size != 1).toList();
    return axes.equals(expected) && !tensor.shape().isEmpty();
  }

  /**
   * The parameter's values, of the tensor's.
   *
   * @param channels the order of the weights' input channels; RGB leaves them as they are
   */
  float[] values(float[] theirs, Layout layout, ChannelOrder channels) {
    return parameter.role() == Role.WEIGHTS
        ? strides(layout).orElseThrow().reordered(theirs, parameter, channels)
        : theirs;
  }
}
