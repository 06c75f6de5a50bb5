package org.vgg4j.data.source;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.atomic.LongAdder;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;

/**
 * The mean RGB value of a training set, which the paper subtracts from every pixel (section 2.1).
 *
 * @param red mean of red, 0..255
 * @param green mean of green, 0..255
 * @param blue mean of blue, 0..255
 */
public record MeanPixel(double red, double green, double blue) {

  /**
   * The mean over all pixels of all images at their original size, so that large images weigh more.
   * Sums are whole numbers: the result has the same bits for every number of threads.
   *
   * @param threads how many images to decode at once
   * @throws Problem if an image can't be read
   */
  public static MeanPixel of(ImageDataset dataset, int threads) {
    LongAdder[] sums = {new LongAdder(), new LongAdder(), new LongAdder()};
    LongAdder pixels = new LongAdder();
    ParallelRange.forEach(
        dataset.size(),
        threads,
        i -> {
          Image image = dataset.image(i).decoded();
          pixels.add(image.size().pixels());
          for (int channel = 0; channel < Image.CHANNELS; channel++) {
            sums[channel].add(sum(image.pixels(), channel));
          }
        });
    double count = pixels.sum();
    return new MeanPixel(sums[0].sum() / count, sums[1].sum() / count, sums[2].sum() / count);
  }

  private static long sum(byte[] pixels, int channel) {
    long sum = 0;
    for (int i = channel; i < pixels.length; i += Image.CHANNELS) {
      sum += pixels[i] & 0xFF;
    }
    return sum;
  }

  /** Red, green and blue, as the preprocessing of a network wants them. */
  public ImmutableList<Double> rgb() {
    return ImmutableList.of(red, green, blue);
  }
}
