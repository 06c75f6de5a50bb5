package org.vgg4j.core.spec;

import static com.google.common.base.Preconditions.checkArgument;

/** The feature map of one image: height x width x channels, each at least 1. */
public record FeatureShape(int height, int width, int channels) {
  public FeatureShape {
    checkArgument(
        height > 0 && width > 0 && channels > 0,
        "a feature map has no side below 1: %s x %s x %s",
        height,
        width,
        channels);
  }

  /** A square RGB image, the input of every network of the paper. */
  public static FeatureShape rgb(int size) {
    return new FeatureShape(size, size, 3);
  }

  /** Number of values. */
  public long elements() {
    return (long) height * width * channels;
  }

  @Override
  public String toString() {
    return height + " x " + width + " x " + channels;
  }
}
