package org.vgg4j.data.augment;

import java.util.SplittableRandom;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;

/**
 * How training images vary (section 3.1): rescaled isotropically to a smallest side S, then one
 * crop at a uniformly random position, mirrored in one half of the cases, its colours shifted.
 *
 * @param scale the train scale S
 * @param crop height and width of the crop in pixels; 224 in the paper
 * @param horizontalFlip whether images are mirrored at random
 * @param filter how images are rescaled
 * @param colour how colours are shifted
 */
public record Augmentation(
    ScaleRange scale, int crop, boolean horizontalFlip, Filter filter, ColourShift colour) {

  /**
   * @throws Problem if the crop has no pixels or is larger than the smallest S
   */
  public Augmentation {
    checkCrop(scale, crop);
  }

  /**
   * Checks that a crop can be had at every scale.
   *
   * @throws Problem if it has no pixels or is larger than the smallest S
   */
  public static void checkCrop(ScaleRange scale, int crop) {
    if (crop < 1) {
      throw Problem.configuration("crop " + crop, "is no number of pixels", "use 1 or more");
    }
    if (crop > scale.minimum()) {
      throw Problem.configuration(
          "train scale S=" + scale,
          "is smaller than the crop of " + crop + " pixels",
          "use S of at least " + crop);
    }
  }

  /** The geometry alone, with the default filter and colours as they are. */
  public Augmentation(ScaleRange scale, int crop, boolean horizontalFlip) {
    this(scale, crop, horizontalFlip, Filter.BILINEAR, ColourShift.NONE);
  }

  /**
   * What is seen of an image of that size under that seed. Scale, position and mirroring hang on
   * branches of their own: switching one off leaves the others as they are.
   */
  public Sample sample(ImageSize original, Seed seed) {
    ImageSize rescaled = original.withSmallestSide(scale.sample(seed.at("scale")));
    SplittableRandom position = seed.at("crop").random();
    int y = position.nextInt(rescaled.height() - crop + 1);
    int x = position.nextInt(rescaled.width() - crop + 1);
    boolean flipped = horizontalFlip && seed.at("flip").random().nextBoolean();
    return new Sample(rescaled, new Window(y, x, crop, crop), flipped);
  }
}
