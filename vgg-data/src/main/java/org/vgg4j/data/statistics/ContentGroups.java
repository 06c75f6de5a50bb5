package org.vgg4j.data.statistics;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/** Finds images with equal digests; 33 bytes an image, as there may be millions. */
final class ContentGroups {
  private static final int DIGEST = 32;

  private final ImmutableList<Map.Entry<Split, ImageDataset>> splits;
  private final byte[] digests;
  private final boolean[] known;

  ContentGroups(Map<Split, ImageDataset> splits) {
    this.splits = ImmutableList.copyOf(splits.entrySet());
    int images = splits.values().stream().mapToInt(ImageDataset::size).sum();
    this.digests = new byte[Math.multiplyExact(images, DIGEST)];
    this.known = new boolean[images];
  }

  /** Adds an image; one without a digest equals no other. Several threads may add at once. */
  void add(Split split, int index, HashCode digest) {
    int image = firstOf(split) + index;
    digest.writeBytesTo(digests, image * DIGEST, DIGEST);
    known[image] = true;
  }

  private int firstOf(Split split) {
    return splits.stream()
        .takeWhile(entry -> entry.getKey() != split)
        .mapToInt(entry -> entry.getValue().size())
        .sum();
  }

  /** What is there more than once, by the first image of each group. */
  ImmutableList<SameContent> groups() {
    List<Integer> sorted =
        IntStream.range(0, known.length)
            .filter(image -> known[image])
            .boxed()
            .sorted(this::compare)
            .toList();
    List<List<Integer>> groups = new ArrayList<>();
    for (int begin = 0, end; begin < sorted.size(); begin = end) {
      end = begin + 1;
      while (end < sorted.size() && compare(sorted.get(begin), sorted.get(end)) == 0) {
        end++;
      }
      if (end - begin > 1) {
        groups.add(sorted.subList(begin, end));
      }
    }
    Comparator<List<Integer>> byFirst = comparing(group -> group.get(0));
    return groups.stream().sorted(byFirst).map(this::group).collect(toImmutableList());
  }

  private int compare(int a, int b) {
    int fromA = a * DIGEST;
    int fromB = b * DIGEST;
    return Arrays.compare(digests, fromA, fromA + DIGEST, digests, fromB, fromB + DIGEST);
  }

  private SameContent group(List<Integer> group) {
    List<Place> places = group.stream().map(this::place).toList();
    return new SameContent(
        places.stream().map(Place::id).toList(),
        places.stream().map(Place::split).distinct().count() > 1,
        places.stream().map(Place::label).distinct().count() > 1);
  }

  private Place place(int image) {
    int index = image;
    for (Map.Entry<Split, ImageDataset> entry : splits) {
      ImageDataset dataset = entry.getValue();
      if (index < dataset.size()) {
        return new Place(entry.getKey(), dataset.id(index), dataset.label(index));
      }
      index -= dataset.size();
    }
    throw new IndexOutOfBoundsException(image);
  }

  /** Where an image is. */
  private record Place(Split split, String id, int label) {}
}
