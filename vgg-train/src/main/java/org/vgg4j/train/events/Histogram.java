package org.vgg4j.train.events;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.tensorflow.proto.HistogramProto;

/**
 * Counts values in TensorFlow's own buckets: limits that grow by a tenth from 1e-12 on, on both
 * sides of 0, so that the histograms of all steps lie on one another.
 */
final class Histogram {
  private static final double[] LIMITS = limits();

  private Histogram() {}

  /** The histogram of those values that are finite. */
  static HistogramProto of(float[] values) {
    double[] counts = new double[LIMITS.length];
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    double squares = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        counts[bucket(value)]++;
        all.accept(value);
        squares += (double) value * value;
      }
    }
    HistogramProto.Builder histogram =
        HistogramProto.newBuilder()
            .setMin(all.getCount() == 0 ? 0 : all.getMin())
            .setMax(all.getCount() == 0 ? 0 : all.getMax())
            .setNum((double) all.getCount())
            .setSum(all.getSum())
            .setSumSquares(squares);
    addBuckets(histogram, counts);
    return histogram.build();
  }

  /**
   * Empty buckets are left out, but for the one before a full one, which ends where that begins.
   */
  private static void addBuckets(HistogramProto.Builder histogram, double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      boolean beginsFullOne = i + 1 < counts.length && counts[i + 1] > 0;
      if (counts[i] > 0 || beginsFullOne) {
        histogram.addBucketLimit(LIMITS[i]).addBucket(counts[i]);
      }
    }
  }

  /** The first bucket whose limit is above the value. */
  private static int bucket(double value) {
    int found = Arrays.binarySearch(LIMITS, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static double[] limits() {
    double[] positive =
        DoubleStream.concat(
                DoubleStream.iterate(1e-12, limit -> limit < 1e20, limit -> limit * 1.1),
                DoubleStream.of(Double.MAX_VALUE))
            .toArray();
    double[] negative = Arrays.stream(positive).map(limit -> -limit).sorted().toArray();
    return Doubles.concat(negative, new double[] {0}, positive);
  }
}
