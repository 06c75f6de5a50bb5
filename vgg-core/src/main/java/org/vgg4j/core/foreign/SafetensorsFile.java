package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.TensorFile;

/** A safetensors file of another program: names and layouts are its own. */
final class SafetensorsFile implements ForeignFile {
  private final TensorFile file;
  private final ImmutableList<ForeignTensor> tensors;

  private SafetensorsFile(TensorFile file) {
    this.file = file;
    this.tensors =
        file.names().stream()
            .map(name -> new ForeignTensor(name, file.shape(name)))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Opens a file.
   *
   * @throws Problem if it can't be read or is not a sound safetensors file
   */
  static SafetensorsFile open(Path path) {
    return new SafetensorsFile(TensorFile.open(path));
  }

  @Override
  public String format() {
    return "safetensors";
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return tensors;
  }

  @Override
  public float[] floats(String name) {
    return file.floats(name);
  }

  @Override
  public void close() {}
}
