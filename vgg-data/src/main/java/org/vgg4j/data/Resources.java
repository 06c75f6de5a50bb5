package org.vgg4j.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the reading of a data set may use; no matter of bits.
 *
 * @param threads the thread count of the process
 * @param cacheBytes how many bytes of decoded pixels each split may keep in memory
 * @param cacheFolder where to keep what is known of the data set from one run to the next, beside
 *     the output and never among the data; empty to keep nothing
 */
public record Resources(int threads, long cacheBytes, Optional<Path> cacheFolder) {

  /** Threads alone: nothing is kept. */
  public static Resources threads(int threads) {
    return new Resources(threads, 0, Optional.empty());
  }
}
