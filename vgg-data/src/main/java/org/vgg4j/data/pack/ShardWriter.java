package org.vgg4j.data.pack;

import java.io.IOException;

/** Writes the images of a shard one after another. */
interface ShardWriter {

  /** Writes the next image. */
  void write(PackedImage image) throws IOException;

  /** Writes what belongs behind the last image. */
  void finish() throws IOException;
}
