package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;

/**
 * One store reduced to what comparisons need: of every image the rank of its true class. Keeps none
 * of the posteriors, so that many large stores can be compared after one another.
 */
public final class RankedImages {
  /** Spreads the bits of a posterior over the whole number (2^64 by the golden ratio). */
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final ImageSet images;
  private final int[] ranks;
  private final long fingerprint;

  private RankedImages(ImageSet images, int[] ranks, long fingerprint) {
    this.images = images;
    this.ranks = ranks;
    this.fingerprint = fingerprint;
  }

  /**
   * Ranks the true classes; among equals the truth counts as the last.
   *
   * @param store what problems call the store, such as its file
   */
  public static RankedImages of(String store, Posteriors posteriors) {
    return new RankedImages(
        ImageSet.of(store, posteriors),
        IntStream.range(0, posteriors.images()).parallel().map(posteriors::rankOfTruth).toArray(),
        fingerprint(posteriors));
  }

  /** A number that depends on every posterior and its image, but not on the order of the images. */
  private static long fingerprint(Posteriors posteriors) {
    return IntStream.range(0, posteriors.images())
        .parallel()
        .mapToLong(image -> fingerprint(posteriors, image))
        .sum();
  }

  private static long fingerprint(Posteriors posteriors, int image) {
    long hash = posteriors.ids().get(image).hashCode();
    for (int label = 0; label < posteriors.classes(); label++) {
      hash = Long.rotateLeft(hash, 23) ^ Float.floatToRawIntBits(posteriors.of(image, label));
      hash *= ODD;
    }
    return hash;
  }

  /** Whether both hold the same posteriors, whatever they are called: not two trainings. */
  public boolean holdsTheSameAs(RankedImages other) {
    return fingerprint == other.fingerprint && size() == other.size();
  }

  /**
   * The same ranks with the images in the order of another store.
   *
   * @throws Problem if the other has other images, labels or classes
   */
  public RankedImages inOrderOf(RankedImages other) {
    int[] positions = other.images.positionsIn(images);
    return new RankedImages(
        other.images.named(store()),
        Arrays.stream(positions).map(place -> ranks[place]).toArray(),
        fingerprint);
  }

  /** What problems call the store. */
  public String store() {
    return images.store();
  }

  /** Number of images. */
  public int size() {
    return ranks.length;
  }

  /** Number of classes. */
  public int classes() {
    return images.classes();
  }

  /** Which part of a split was evaluated, such as {@code 500 of 50000 images}; empty for all. */
  public String part() {
    return images.part();
  }

  /** Whether the true class of an image is not among the {@code top} best. */
  public boolean isWrong(int image, int top) {
    return ranks[image] > top;
  }

  /** How many images have their true class not among the {@code top} best. */
  public int wrong(int top) {
    checkArgument(top >= 1, "top-%s errors do not exist", top);
    return Math.toIntExact(Arrays.stream(ranks).filter(rank -> rank > top).count());
  }

  /** Top-{@code top} error in percent. */
  public double error(int top) {
    return 100.0 * wrong(top) / size();
  }

  /** Wilson's 95% interval of the error, in percent. */
  public Interval interval(int top) {
    return Interval.wilson(wrong(top), size());
  }
}
