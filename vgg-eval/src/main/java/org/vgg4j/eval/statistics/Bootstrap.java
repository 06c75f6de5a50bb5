package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;

/**
 * How often and from which seed a bootstrap draws. Each resample has a seed of its own, so that the
 * result does not depend on threads.
 *
 * @param resamples number of resamples, at least 100
 * @param seed where the random numbers begin
 */
public record Bootstrap(int resamples, Seed seed) {
  /** Below this the ends of a 95% interval rest on two or three resamples. */
  public static final int FEWEST = 100;

  public Bootstrap {
    checkArgument(resamples >= FEWEST, "%s resamples are fewer than %s", resamples, FEWEST);
  }

  /** The statistic of every resample. */
  BootstrapDistribution draw(ToDoubleFunction<SplittableRandom> statistic) {
    return new BootstrapDistribution(
        IntStream.range(0, resamples)
            .parallel()
            .mapToDouble(resample -> statistic.applyAsDouble(seed.at(resample).random()))
            .toArray());
  }
}
