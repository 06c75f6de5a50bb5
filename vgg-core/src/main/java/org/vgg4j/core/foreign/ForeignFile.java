package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableList;
import org.vgg4j.core.Problem;

/**
 * A file of weights that another program wrote. Opening reads its directory only; values are read
 * when asked for.
 */
public interface ForeignFile extends AutoCloseable {
  /** The name of the format, such as {@code Caffe}. */
  String format();

  /** The tensors of numbers, in the order of the file. */
  ImmutableList<ForeignTensor> tensors();

  /**
   * The values of a tensor as float32, row-major in the file's own order of axes; other types are
   * converted.
   *
   * @throws Problem if there is no such tensor or the file is damaged
   */
  float[] floats(String name);

  @Override
  void close();
}
