package org.vgg4j.train;

import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.weights.TensorFile;

/** Parameters from the weights file of a finished training. */
public final class PretrainedWeights implements StartingPoint.Source {
  private final TensorFile file;

  /** The parameters in that file. */
  public PretrainedWeights(Path path) {
    this.file = TensorFile.open(path);
  }

  @Override
  public boolean has(Parameter parameter) {
    return shape(parameter.name()).equals(parameter.shape());
  }

  @Override
  public List<Integer> shape(String name) {
    return file.has(name) ? file.shape(name) : List.of();
  }

  @Override
  public float[] values(Parameter parameter) {
    return file.floats(parameter.name());
  }
}
