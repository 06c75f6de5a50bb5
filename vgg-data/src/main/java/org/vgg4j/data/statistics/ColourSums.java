package org.vgg4j.data.statistics;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.math.MathContext.DECIMAL64;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vgg4j.data.image.Image;

/**
 * Sums of colours and of their products. They are whole numbers, and mean and covariance are
 * rounded once at the end; so they hang neither on the order of images nor on the threads.
 */
final class ColourSums {
  /** More digits than a double has. */
  private static final MathContext PRECISE = new MathContext(2 * DECIMAL64.getPrecision());

  private final LongAdder pixels = new LongAdder();
  private final LongAdder[] sums = adders(Image.CHANNELS);
  private final LongAdder[] products = adders(Image.CHANNELS * Image.CHANNELS);

  private static LongAdder[] adders(int count) {
    return Stream.generate(LongAdder::new).limit(count).toArray(LongAdder[]::new);
  }

  /** Adds all pixels of an image; several threads may add at once. */
  void add(Image image) {
    pixels.add(image.size().pixels());
    for (int a = 0; a < Image.CHANNELS; a++) {
      sums[a].add(sum(image.pixels(), a));
      for (int b = a; b < Image.CHANNELS; b++) {
        products[a * Image.CHANNELS + b].add(product(image.pixels(), a, b));
      }
    }
  }

  private static long sum(byte[] pixels, int channel) {
    long sum = 0;
    for (int i = channel; i < pixels.length; i += Image.CHANNELS) {
      sum += pixels[i] & 0xFF;
    }
    return sum;
  }

  private static long product(byte[] pixels, int a, int b) {
    long sum = 0;
    for (int i = 0; i < pixels.length; i += Image.CHANNELS) {
      sum += (long) (pixels[i + a] & 0xFF) * (pixels[i + b] & 0xFF);
    }
    return sum;
  }

  /** What the sums say. */
  ColourStatistics statistics() {
    BigDecimal count = BigDecimal.valueOf(pixels.sum());
    ImmutableList<Double> mean =
        Stream.of(sums)
            .map(sum -> ratio(BigDecimal.valueOf(sum.sum()), count))
            .collect(toImmutableList());
    return new ColourStatistics(
        pixels.sum(),
        mean,
        IntStream.range(0, Image.CHANNELS).mapToObj(this::covariances).collect(toImmutableList()));
  }

  private ImmutableList<Double> covariances(int a) {
    return IntStream.range(0, Image.CHANNELS)
        .mapToObj(b -> covariance(Math.min(a, b), Math.max(a, b)))
        .collect(toImmutableList());
  }

  /** (n sum(ab) - sum(a) sum(b)) / n^2, the numerator exactly. */
  private double covariance(int a, int b) {
    BigInteger count = BigInteger.valueOf(pixels.sum());
    BigInteger product = BigInteger.valueOf(products[a * Image.CHANNELS + b].sum());
    BigInteger means =
        BigInteger.valueOf(sums[a].sum()).multiply(BigInteger.valueOf(sums[b].sum()));
    BigInteger numerator = count.multiply(product).subtract(means);
    return ratio(new BigDecimal(numerator), new BigDecimal(count.multiply(count)));
  }

  private static double ratio(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, PRECISE).doubleValue();
  }
}
