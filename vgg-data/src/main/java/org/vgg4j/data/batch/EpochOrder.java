package org.vgg4j.data.batch;

import java.util.SplittableRandom;
import org.vgg4j.core.Seed;

/** In which order an epoch visits the images of a split: each of them once. */
final class EpochOrder {
  private EpochOrder() {}

  /** A uniformly random permutation of 0 up to {@code size}, by Fisher and Yates. */
  static int[] permutation(int size, Seed seed) {
    SplittableRandom random = seed.random();
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
