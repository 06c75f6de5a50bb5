package org.vgg4j.data.pack;

import java.util.OptionalInt;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Decoding;

/**
 * What shards are to be like.
 *
 * @param format of the shards
 * @param smallestSide that larger images are made smaller to, in pixels; empty to keep all files as
 *     they are
 * @param imagesPerShard at most, at least 1
 * @param decoding how the data set was opened; a matter of those images that are made smaller
 */
public record PackSettings(
    PackFormat format, OptionalInt smallestSide, int imagesPerShard, Decoding decoding) {
  public PackSettings {
    if (smallestSide.orElse(1) < 1) {
      throw Problem.configuration(
          "smallest side " + smallestSide.getAsInt(), "is no side of an image", "256 is common");
    }
    if (imagesPerShard < 1) {
      throw Problem.configuration(
          "images per shard " + imagesPerShard, "can't be below 1", "1000 is common");
    }
  }
}
