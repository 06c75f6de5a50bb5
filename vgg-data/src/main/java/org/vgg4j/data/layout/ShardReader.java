package org.vgg4j.data.layout;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads the shards of a split one after another, but none of their images. */
interface ShardReader {

  /**
   * Finds out what the next shard holds.
   *
   * @param samples hears of each image, in the order of the shard
   * @throws org.vgg4j.core.Problem if the shard is damaged
   */
  void add(Path shard, Consumer<Sample> samples);

  /** The images of all shards. */
  ShardContents contents();
}
