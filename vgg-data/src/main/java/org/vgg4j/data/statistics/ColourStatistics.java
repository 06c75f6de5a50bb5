package org.vgg4j.data.statistics;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntConsumer;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.ParallelRange;

/**
 * The colours of a data set over all pixels of all images at their original size, so that large
 * images weigh more: the mean that the paper subtracts from every pixel (section 2.1), and how the
 * colours vary around it.
 *
 * @param pixels how many there are
 * @param mean of red, green and blue, 0..255
 * @param covariance 3 x 3, RGB, in squared levels, divided by the number of pixels
 */
public record ColourStatistics(long pixels, List<Double> mean, List<List<Double>> covariance) {
  public ColourStatistics {
    mean = ImmutableList.copyOf(mean);
    covariance = ImmutableList.copyOf(covariance);
  }

  /**
   * The statistics of a data set; the same bits for every number of threads.
   *
   * @param threads how many images to decode at once
   * @param progress called with 1 for every image, from any thread
   * @throws Problem if an image can't be read
   */
  public static ColourStatistics of(ImageDataset dataset, int threads, IntConsumer progress) {
    ColourSums sums = new ColourSums();
    ParallelRange.forEach(
        dataset.size(),
        threads,
        i -> {
          sums.add(dataset.image(i).decoded());
          progress.accept(1);
        });
    return sums.statistics();
  }

  /** How the colours vary. */
  public PrincipalComponents components() {
    return PrincipalComponents.of(covariance);
  }
}
