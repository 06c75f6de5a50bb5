package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.vgg4j.eval.Interval;
import org.vgg4j.eval.Posteriors;

/**
 * Whether a network is right as often as it says (Guo et al., <em>On Calibration of Modern Neural
 * Networks</em>, 2017). An image's confidence is its highest posterior; images are binned by it.
 *
 * @param images number of images
 * @param bins of equal width, from low to high confidence; bin m has the images above its low end
 *     and up to its high end
 */
public record Calibration(int images, ImmutableList<Bin> bins) {
  /** As many bins as Guo et al. use. */
  public static final int BINS = 15;

  public Calibration {
    checkArgument(bins.stream().mapToInt(Bin::images).sum() == images, "every image is in one bin");
  }

  /**
   * Images of similar confidence.
   *
   * @param low confidence above which they lie, in percent
   * @param high confidence up to which they lie, in percent
   * @param images how many
   * @param right how many of them are right
   * @param confidence their mean confidence, in percent; the middle of an empty bin
   */
  public record Bin(double low, double high, int images, int right, double confidence) {
    public Bin {
      checkArgument(0 <= right && right <= images, "%s right of %s", right, images);
    }

    private static Bin of(Interval ends, int images, int right, double sum) {
      double confidence = images == 0 ? (ends.low() + ends.high()) / 2 : sum / images;
      return new Bin(ends.low(), ends.high(), images, right, confidence);
    }

    /** Share of images that are right, in percent; 0 in an empty bin. */
    public double accuracy() {
      return images == 0 ? 0 : 100.0 * right / images;
    }

    /** Wilson's 95% interval of the accuracy of a bin with images, in percent. */
    public Interval interval() {
      return Interval.wilson(right, images);
    }

    /** Mean confidence minus accuracy, in points: above 0 the network is too sure. */
    public double gap() {
      return images == 0 ? 0 : confidence - accuracy();
    }
  }

  /** Bins the images of a store. */
  public static Calibration of(Posteriors posteriors, int bins) {
    checkArgument(bins > 0, "%s bins", bins);
    int[] images = new int[bins];
    int[] right = new int[bins];
    double[] confidence = new double[bins];
    for (int image = 0; image < posteriors.images(); image++) {
      TopChoice choice = TopChoice.of(posteriors, image);
      int bin = bin(choice.confidence(), bins);
      images[bin]++;
      right[bin] += choice.isRight() ? 1 : 0;
      confidence[bin] += 100 * choice.confidence();
    }
    return new Calibration(
        posteriors.images(),
        IntStream.range(0, bins)
            .mapToObj(
                m ->
                    Bin.of(
                        new Interval(100.0 * m / bins, 100.0 * (m + 1) / bins),
                        images[m],
                        right[m],
                        confidence[m]))
            .collect(ImmutableList.toImmutableList()));
  }

  private static int bin(double confidence, int bins) {
    return Math.min(bins, Math.max(1, (int) Math.ceil(confidence * bins))) - 1;
  }

  /** Expected calibration error: the mean distance of confidence and accuracy, in points. */
  public double expectedError() {
    return bins.stream().mapToDouble(bin -> bin.images() * Math.abs(bin.gap())).sum() / images;
  }

  /** Mean confidence minus accuracy over all images, in points: above 0 it is too sure. */
  public double overconfidence() {
    return bins.stream().mapToDouble(bin -> bin.images() * bin.gap()).sum() / images;
  }
}
