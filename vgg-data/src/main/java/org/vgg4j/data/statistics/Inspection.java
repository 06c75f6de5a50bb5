package org.vgg4j.data.statistics;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Maps;
import com.google.common.collect.Multisets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.ParallelRange;

/**
 * What kinds of images a split consists of. Reads the files and of them the headers alone: nothing
 * is decoded, so damage behind a header goes unseen.
 *
 * @param name of the split
 * @param images how many there are
 * @param bytes of all image files
 * @param classes images in each class
 * @param kinds how images are stored, such as {@code JPEG RGB}, and how many are; most first
 * @param oddities what is strange, in how many images, and in which first
 * @param smallestSide in pixels; null where no header can be read
 * @param aspectRatio the long side divided by the short one, 1 or more; null likewise
 * @param upsampled which share of the images, 0..1, has to be enlarged at the train scales S that
 *     the paper uses
 */
public record Inspection(
    String name,
    int images,
    long bytes,
    ClassCounts classes,
    Map<String, Integer> kinds,
    List<Odd> oddities,
    @Nullable Spread smallestSide,
    @Nullable Spread aspectRatio,
    Map<Integer, Double> upsampled) {
  private static final ImmutableList<Integer> SCALES = ImmutableList.of(256, 384, 512);
  private static final double[] SIDES = {
    1, 32, 64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 768, 1024, 2048, 4096
  };
  private static final double[] RATIOS = {1, 1.1, 1.25, 1.4, 1.6, 2, 3, 5, 10};

  /**
   * Images with the same oddity.
   *
   * @param what they have in common
   * @param images how many they are
   * @param first the id of the first
   */
  public record Odd(Oddity what, int images, String first) {}

  public Inspection {
    kinds = ImmutableMap.copyOf(kinds);
    oddities = ImmutableList.copyOf(oddities);
    upsampled = ImmutableMap.copyOf(upsampled);
  }

  /**
   * Looks at every image of a split.
   *
   * @param progress called with 1 for every image, from any thread
   */
  public static Inspection of(ImageDataset dataset, int threads, IntConsumer progress) {
    @Nullable ImageLook[] looks = new @Nullable ImageLook[dataset.size()];
    ParallelRange.forEach(
        looks.length,
        threads,
        i -> {
          looks[i] = ImageLook.at(dataset, i);
          progress.accept(1);
        });
    return of(dataset, ImmutableList.copyOf(looks));
  }

  private static Inspection of(ImageDataset dataset, List<ImageLook> looks) {
    List<ImageSize> sizes = looks.stream().flatMap(look -> look.size().stream()).toList();
    return new Inspection(
        dataset.name(),
        dataset.size(),
        looks.stream().mapToLong(ImageLook::bytes).sum(),
        ClassCounts.of(dataset),
        kinds(looks),
        oddities(dataset, looks),
        spread(sizes, ImageSize::smallestSide, SIDES),
        spread(sizes, Inspection::aspectRatio, RATIOS),
        Maps.toMap(SCALES, scale -> upsampled(sizes, scale)));
  }

  private static ImmutableMap<String, Integer> kinds(List<ImageLook> looks) {
    ImmutableMultiset<String> counted =
        looks.stream()
            .map(ImageLook::kind)
            .sorted()
            .collect(ImmutableMultiset.toImmutableMultiset());
    ImmutableMultiset<String> mostFirst = Multisets.copyHighestCountFirst(counted);
    return Maps.toMap(mostFirst.elementSet(), mostFirst::count);
  }

  private static ImmutableList<Odd> oddities(ImageDataset dataset, List<ImageLook> looks) {
    return Arrays.stream(Oddity.values())
        .flatMap(oddity -> odd(oddity, dataset, looks).stream())
        .collect(toImmutableList());
  }

  private static Optional<Odd> odd(Oddity oddity, ImageDataset dataset, List<ImageLook> looks) {
    int[] such =
        IntStream.range(0, looks.size())
            .filter(i -> looks.get(i).oddities().contains(oddity))
            .toArray();
    return such.length == 0
        ? Optional.empty()
        : Optional.of(new Odd(oddity, such.length, dataset.id(such[0])));
  }

  private static @Nullable Spread spread(
      List<ImageSize> sizes, ToDoubleFunction<ImageSize> number, double... edges) {
    return sizes.isEmpty() ? null : Spread.of(sizes.stream().mapToDouble(number).toArray(), edges);
  }

  private static double aspectRatio(ImageSize size) {
    return (double) Math.max(size.height(), size.width()) / size.smallestSide();
  }

  private static double upsampled(List<ImageSize> sizes, int scale) {
    long small = sizes.stream().filter(size -> size.smallestSide() < scale).count();
    return sizes.isEmpty() ? 0 : (double) small / sizes.size();
  }
}
