package org.vgg4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;

/**
 * Some images of a split, drawn at random so that every class keeps its share, up to a whole image.
 * Which ones hangs on the seed and the images' ids alone.
 */
public final class StratifiedSample {
  private StratifiedSample() {}

  /** An image, and how far down it stands in its class, 0 to 1, in the drawn order. */
  private record Place(int image, double depth, long drawn) {}

  /**
   * Draws images; they stay in the order of the split. The first images of all classes, in the
   * drawn order of each, are taken down to the same depth.
   *
   * @param images how many, at least 1; no fewer than the split has gives the split itself
   */
  public static ImageDataset of(ImageDataset split, int images, Seed seed) {
    checkArgument(images > 0, "a sample has at least 1 image, not %s", images);
    if (images >= split.size()) {
      return split;
    }
    Comparator<Place> shallowest = comparingDouble(Place::depth);
    IntStream chosen =
        places(split, seed).stream()
            .sorted(shallowest.thenComparing(comparingLong(Place::drawn)))
            .limit(images)
            .mapToInt(Place::image)
            .sorted();
    return new SomeImages(split, ImmutableIntArray.copyOf(chosen));
  }

  private static List<Place> places(ImageDataset split, Seed seed) {
    List<Place> places = new ArrayList<>(split.size());
    IntStream.range(0, split.size())
        .boxed()
        .collect(groupingBy(split::label))
        .values()
        .forEach(members -> places.addAll(placesInClass(members, split, seed)));
    return places;
  }

  private static List<Place> placesInClass(List<Integer> members, ImageDataset split, Seed seed) {
    List<Place> drawn =
        members.stream()
            .map(image -> new Place(image, 0, seed.at(split.id(image)).value()))
            .sorted(comparingLong(Place::drawn).thenComparing(comparingInt(Place::image)))
            .toList();
    return IntStream.range(0, drawn.size())
        .mapToObj(
            rank ->
                new Place(
                    drawn.get(rank).image, (rank + 0.5) / drawn.size(), drawn.get(rank).drawn))
        .toList();
  }
}
