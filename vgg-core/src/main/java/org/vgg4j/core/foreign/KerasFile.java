package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vgg4j.core.Problem;

/**
 * A Keras file of weights, which is HDF5, from Keras 1 to 3. A tensor is named by its path from the
 * group that lists the layers: {@code block1_conv1/block1_conv1_W_1:0}.
 */
final class KerasFile implements ForeignFile {
  private final Reading reading;
  private final HdfFile file;
  private final TensorDirectory<KerasTensor> directory;

  private KerasFile(Reading reading, HdfFile file, TensorDirectory<KerasTensor> directory) {
    this.reading = reading;
    this.file = file;
    this.directory = directory;
  }

  /**
   * Opens a file: reads its groups.
   *
   * @throws Problem if it can't be read or is not a sound Keras file
   */
  static KerasFile open(Path path) {
    Reading reading = new Reading(path, "Keras");
    return guarded(
        reading,
        () -> {
          long size = Files.size(path);
          checkArgument(size > 0, "it is empty");
          HdfFile file = new HdfFile(path);
          try {
            return new KerasFile(reading, file, KerasGroups.read(file, size));
          } catch (RuntimeException e) {
            file.close();
            throw e;
          }
        });
  }

  @Override
  public String format() {
    return reading.format();
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return directory.tensors();
  }

  @Override
  public float[] floats(String name) {
    KerasTensor tensor = directory.place(reading.path(), name);
    return guarded(reading, tensor::floats);
  }

  /** The HDF5 library meets damage with exceptions of all kinds. */
  private static <T> T guarded(Reading reading, Reading.Body<T> body) {
    try {
      return reading.of(body);
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      throw reading.damaged(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
