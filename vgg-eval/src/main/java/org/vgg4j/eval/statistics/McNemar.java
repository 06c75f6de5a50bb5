package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * McNemar's test of two networks on the same images (McNemar, 1947). Images that both get right, or
 * both get wrong, say nothing; under the null hypothesis each of the others is as likely to be the
 * one's error as the other's, so the counts are binomial with probability 1/2.
 *
 * @param onlyFirst images that only the first network gets wrong
 * @param onlySecond images that only the second network gets wrong
 */
public record McNemar(int onlyFirst, int onlySecond) {
  public McNemar {
    checkArgument(
        onlyFirst >= 0 && onlySecond >= 0, "impossible counts: %s, %s", onlyFirst, onlySecond);
  }

  /** Counts over the same images in the same order. */
  static McNemar of(RankedImages first, RankedImages second, int top) {
    return new McNemar(onlyWrongIn(first, second, top), onlyWrongIn(second, first, top));
  }

  private static int onlyWrongIn(RankedImages one, RankedImages other, int top) {
    return (int)
        IntStream.range(0, one.size())
            .filter(image -> one.isWrong(image, top) && !other.isWrong(image, top))
            .count();
  }

  /** Images that exactly one of the two gets wrong. */
  public int discordant() {
    return onlyFirst + onlySecond;
  }

  /** The exact two-sided p: twice the smaller tail, at most 1; 1 where nothing is discordant. */
  public double exactP() {
    return Math.min(1, 2 * binomial().cumulativeProbability(smaller()));
  }

  /**
   * The two-sided mid-p (Lancaster, 1961): counts half of what was observed, so that it is less
   * cautious than the exact p and in practice still keeps its level (Fagerland, Lydersen and Laake,
   * 2013); 1 where the counts are equal.
   */
  public double midP() {
    double below = binomial().cumulativeProbability(smaller() - 1);
    return Math.min(1, 2 * below + binomial().probability(smaller()));
  }

  private int smaller() {
    return Math.min(onlyFirst, onlySecond);
  }

  private BinomialDistribution binomial() {
    return new BinomialDistribution(null, discordant(), 0.5); // null: nothing is drawn
  }
}
