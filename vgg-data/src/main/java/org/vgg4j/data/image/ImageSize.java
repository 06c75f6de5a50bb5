package org.vgg4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The size of an image in pixels.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record ImageSize(int height, int width) {
  public ImageSize {
    checkArgument(
        height > 0 && width > 0, "an image has no side below 1 pixel: %s x %s", height, width);
  }

  /** The smaller of height and width. */
  public int smallestSide() {
    return Math.min(height, width);
  }

  /**
   * The size after an isotropic rescale in which the smallest side becomes {@code side}: S in
   * training, Q in testing (section 3). The other side is {@code floor(side * long / short)}, as in
   * torchvision.
   */
  public ImageSize withSmallestSide(int side) {
    checkArgument(side > 0, "a smallest side is at least 1 pixel, not %s", side);
    int smallest = smallestSide();
    return new ImageSize(scaled(height, side, smallest), scaled(width, side, smallest));
  }

  private static int scaled(int length, int numerator, int denominator) {
    return Math.toIntExact((long) length * numerator / denominator);
  }

  /** Height times width. */
  public long pixels() {
    return (long) height * width;
  }

  /** Height x width, such as {@code 375 x 500}. */
  @Override
  public String toString() {
    return height + " x " + width;
  }

  /** The size with height and width in each other's place. */
  ImageSize transposed() {
    return new ImageSize(/* height= */ width, /* width= */ height);
  }
}
