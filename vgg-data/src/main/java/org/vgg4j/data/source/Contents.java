package org.vgg4j.data.source;

import java.io.IOException;

/** The stored bytes of the images of a split, by number. Several threads may read at once. */
public interface Contents extends AutoCloseable {

  /**
   * All bytes of one image.
   *
   * @throws IOException if they can't be read
   * @throws org.vgg4j.core.Problem if they are damaged in a way that their container shows
   */
  byte[] read(int index) throws IOException;

  /** Where they are, for messages: a file, or a file and a name in it. */
  String place(int index);

  /**
   * Size and time, without a look at the bytes.
   *
   * @throws IOException if the file is gone
   */
  Stamp stamp(int index) throws IOException;

  @Override
  void close();
}
