package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;

/** Where the arrays of a NumPy file are. */
interface NumpySource {
  /** The arrays' names, and the bytes of each with its header, in the order of the file. */
  ImmutableMap<String, Long> sizes();

  /**
   * Reads one array as a stream, from its header on.
   *
   * @throws IOException if the file is damaged
   */
  <T> T read(String name, Content<T> content) throws IOException;

  /** Takes what it needs of a stream. */
  @FunctionalInterface
  interface Content<T> {
    T of(InputStream stream) throws IOException;
  }
}
