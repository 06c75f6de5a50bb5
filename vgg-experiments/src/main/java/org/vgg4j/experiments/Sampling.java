package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import org.vgg4j.core.Seed;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.StratifiedSample;

/**
 * Which images of a split are tested: so many, of each class its share.
 *
 * @param most how many at most, at least 1
 * @param seed which ones, where the split has more
 */
public record Sampling(int most, Seed seed) {
  public Sampling {
    checkArgument(most > 0, "a sample has at least 1 image, not %s", most);
  }

  /** The images. */
  public ImageDataset of(ImageDataset split) {
    return StratifiedSample.of(split, most, seed);
  }

  /** Which part of the split they are, for people; empty for all of it. */
  public String part(ImageDataset split) {
    return most >= split.size()
        ? ""
        : String.format(
            Locale.ROOT,
            "%d of %d images, of each class its share, seed %d",
            most,
            split.size(),
            seed.value());
  }
}
