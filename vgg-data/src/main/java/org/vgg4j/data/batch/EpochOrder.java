package org.vgg4j.data.batch;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.data.source.ImageDataset;

/**
 * In which order an epoch visits the images of a split: each of them once. Every image draws a
 * number by its id, and the numbers are sorted; so the order is uniformly random, and the same
 * however the images are stored and listed.
 */
final class EpochOrder {
  private EpochOrder() {}

  /** The numbers of the images in their order. */
  static int[] of(ImageDataset dataset, Seed seed) {
    int size = dataset.size();
    long[] drawn =
        IntStream.range(0, size).mapToLong(i -> seed.at(dataset.id(i)).value()).toArray();
    Comparator<Integer> byNumber = comparingLong(i -> drawn[i]);
    return IntStream.range(0, size)
        .boxed()
        .sorted(byNumber.thenComparing(dataset::id))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
