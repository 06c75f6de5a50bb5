package org.vgg4j.data.generated;

import java.util.List;
import java.util.SplittableRandom;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/**
 * What a generated image shows.
 *
 * @param size of the image
 * @param background the colour in the middle
 * @param shading how the background changes to the borders
 * @param figures what is drawn over it, one after the other
 */
record Scene(ImageSize size, Colour background, Shading shading, List<Figure> figures) {
  private static final int GRAIN = 20;

  /** The picture, with grain that {@code random} throws. */
  Image painted(SplittableRandom random) {
    Canvas canvas = new Canvas(size);
    canvas.fill(background, shading);
    figures.forEach(canvas::draw);
    return canvas.developed(GRAIN, random);
  }
}
