package org.vgg4j.data.statistics;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.ImageDataset;

/**
 * How much of a split is smaller than the scale it is used at. Enlarged images have nothing in them
 * that a network could see better, so a result at that scale says less than it seems to.
 *
 * @param dataset the split's name
 * @param side S or Q in pixels
 * @param share of the images, 0..1, whose smallest side is shorter
 */
public record Enlargement(String dataset, int side, double share) {
  /** Images to look at; more would tell the share no better than a reader needs. */
  private static final int MOST_IMAGES = 1000;

  /** Looks at the headers of images that lie evenly over the split. */
  public static Enlargement of(ImageDataset dataset, int side) {
    int looks = Math.min(MOST_IMAGES, dataset.size());
    long smaller =
        IntStream.range(0, looks)
            .map(look -> (int) ((long) look * dataset.size() / looks))
            .filter(index -> isSmaller(dataset, index, side))
            .count();
    return new Enlargement(dataset.name(), side, (double) smaller / looks);
  }

  /** Whoever decodes a damaged image will tell of it. */
  private static boolean isSmaller(ImageDataset dataset, int index, int side) {
    try {
      return dataset.image(index).size().smallestSide() < side;
    } catch (Problem damaged) {
      return false;
    }
  }

  /** A sentence for people, unless there is nothing to tell. */
  public Optional<String> remark() {
    return share == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %.0f%% of the images are smaller than %d pixels and are enlarged",
                dataset,
                Math.max(1, 100 * share),
                side));
  }
}
