package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Top-1 and top-5 errors (section 4): the share of images whose true class is not the best, or not
 * among the five best. Whole counts, so that nothing is lost to rounding.
 *
 * @param images images, at least 1
 * @param wrong1 images whose true class is not the best
 * @param wrong5 images whose true class is not among the five best
 */
public record ErrorRates(int images, int wrong1, int wrong5) {
  public ErrorRates {
    checkArgument(images > 0, "error rates need at least one image");
    checkArgument(
        0 <= wrong5 && wrong5 <= wrong1 && wrong1 <= images,
        "impossible counts: %s and %s of %s",
        wrong1,
        wrong5,
        images);
  }

  /** Counts over stored posteriors. */
  public static ErrorRates of(Posteriors posteriors) {
    int wrong1 = 0;
    int wrong5 = 0;
    for (int image = 0; image < posteriors.images(); image++) {
      int rank = posteriors.rankOfTruth(image);
      wrong1 += rank > 1 ? 1 : 0;
      wrong5 += rank > 5 ? 1 : 0;
    }
    return new ErrorRates(posteriors.images(), wrong1, wrong5);
  }

  /** Top-1 error in percent. */
  public double top1() {
    return 100.0 * wrong1 / images;
  }

  /** Top-5 error in percent; 0 where there are no more than five classes. */
  public double top5() {
    return 100.0 * wrong5 / images;
  }

  /** 95% interval of the top-1 error. */
  public Interval top1Interval() {
    return Interval.wilson(wrong1, images);
  }

  /** 95% interval of the top-5 error. */
  public Interval top5Interval() {
    return Interval.wilson(wrong5, images);
  }
}
