package org.vgg4j.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.image.Window;

/**
 * What a network sees of an image: the image rescaled to a size, a window of that, perhaps
 * mirrored.
 *
 * @param rescaled the size of the whole image after the rescale
 * @param window the part that is seen
 * @param flipped whether left and right change places after that
 */
public record Sample(ImageSize rescaled, Window window, boolean flipped) {
  public Sample {
    checkArgument(window.fitsInto(rescaled), "%s is not inside an image of %s", window, rescaled);
  }

  /** The whole image at test scale Q, for dense evaluation (section 3.2). */
  public static Sample whole(ImageSize original, int testScale) {
    ImageSize rescaled = original.withSmallestSide(testScale);
    return new Sample(rescaled, Window.whole(rescaled), false);
  }

  /**
   * The crop in the middle of the image at test scale Q, half pixels rounded down.
   *
   * @param crop height and width in pixels
   * @throws Problem if the crop is larger than Q
   */
  public static Sample centralCrop(ImageSize original, int testScale, int crop) {
    if (crop > testScale) {
      throw Problem.configuration(
          "test scale Q=" + testScale,
          "is smaller than the crop of " + crop + " pixels",
          "use Q of at least " + crop);
    }
    ImageSize rescaled = original.withSmallestSide(testScale);
    int y = (rescaled.height() - crop) / 2;
    int x = (rescaled.width() - crop) / 2;
    return new Sample(rescaled, new Window(y, x, crop, crop), false);
  }

  /** What is seen of {@code image}: uint8 (window height, window width, 3), RGB. */
  public Image of(StoredImage image, Resampler resampler) {
    Image seen = resampler.rescale(image, rescaled, window);
    return flipped ? seen.flipped() : seen;
  }
}
