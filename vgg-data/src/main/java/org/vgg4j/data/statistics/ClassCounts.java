package org.vgg4j.data.statistics;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.data.source.ImageDataset;

/**
 * How many images the classes of a split have.
 *
 * @param classes number of classes
 * @param minimum images of the smallest class
 * @param median images of the class in the middle; the lower one of two
 * @param maximum images of the largest class
 * @param empty names of classes without images
 */
public record ClassCounts(int classes, int minimum, int median, int maximum, List<String> empty) {
  public ClassCounts {
    empty = ImmutableList.copyOf(empty);
  }

  static ClassCounts of(ImageDataset dataset) {
    int[] counts = new int[dataset.classes().size()];
    IntStream.range(0, dataset.size()).forEach(i -> counts[dataset.label(i)]++);
    List<String> empty =
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] == 0)
            .mapToObj(dataset.classes()::get)
            .toList();
    int[] sorted = IntStream.of(counts).sorted().toArray();
    int last = sorted.length - 1;
    return new ClassCounts(sorted.length, sorted[0], sorted[last / 2], sorted[last], empty);
  }
}
