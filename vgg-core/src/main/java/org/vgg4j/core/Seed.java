package org.vgg4j.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.util.SplittableRandom;

/**
 * A point in the tree of seeds. Every random choice hangs on a path of names and numbers below the
 * run's seed, so it never depends on threads, on the order of completion or on a restart.
 */
public record Seed(long value) {

  /** The seed of the named branch below this one, such as {@code "conv1_1/weights"}. */
  public Seed at(String name) {
    return at(Hashing.murmur3_128().hashString(name, UTF_8).asLong());
  }

  /** The seed of the numbered branch below this one, such as an epoch or an image. */
  public Seed at(long index) {
    return new Seed(mix(mix(value) + index));
  }

  /** A fresh generator that starts at this seed. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }

  /** The finalizer of SplitMix64: a bijection in which every input bit moves every output bit. */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
