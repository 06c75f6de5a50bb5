package org.vgg4j.data.statistics;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.HashCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.ParallelRange;
import org.vgg4j.data.source.Split;

/**
 * What is wrong with a data set, all of it at once: every image is decoded and compared with every
 * other.
 *
 * @param images how many were decoded or tried
 * @param problems images that can't be decoded, in their order
 * @param sameContent images that are there more than once
 * @param constant ids of images of a single colour, from which nothing can be learnt
 */
public record Verification(
    int images, List<BadImage> problems, List<SameContent> sameContent, List<String> constant) {

  /**
   * An image that can't be decoded.
   *
   * @param id of the image
   * @param what one line that says where it lies, what is wrong and how to fix it
   */
  public record BadImage(String id, String what) {}

  public Verification {
    problems = ImmutableList.copyOf(problems);
    sameContent = ImmutableList.copyOf(sameContent);
    constant = ImmutableList.copyOf(constant);
  }

  /**
   * Decodes every image.
   *
   * @param threads how many images to decode at once
   * @param progress called with 1 for every image, from any thread
   */
  public static Verification of(
      Map<Split, ImageDataset> splits, int threads, IntConsumer progress) {
    ContentGroups groups = new ContentGroups(splits);
    ImmutableList.Builder<BadImage> problems = ImmutableList.builder();
    ImmutableList.Builder<String> constant = ImmutableList.builder();
    splits.forEach(
        (split, dataset) -> {
          Map<Integer, Examination> examined =
              examine(dataset, threads, progress, (i, d) -> groups.add(split, i, d));
          problems.addAll(problems(dataset, examined));
          constant.addAll(constant(dataset, examined));
        });
    int images = splits.values().stream().mapToInt(ImageDataset::size).sum();
    return new Verification(images, problems.build(), groups.groups(), constant.build());
  }

  /** What deserves to be told: of millions of images, few. */
  private static ImmutableSortedMap<Integer, Examination> examine(
      ImageDataset dataset,
      int threads,
      IntConsumer progress,
      BiConsumer<Integer, HashCode> digests) {
    Map<Integer, Examination> told = new ConcurrentSkipListMap<>();
    ParallelRange.forEach(
        dataset.size(),
        threads,
        i -> {
          Examination examination = Examination.of(dataset, i);
          examination.digest().ifPresent(digest -> digests.accept(i, digest));
          if (examination.problem().isPresent() || examination.constant()) {
            told.put(i, examination);
          }
          progress.accept(1);
        });
    return ImmutableSortedMap.copyOf(told);
  }

  private static ImmutableList<BadImage> problems(
      ImageDataset dataset, Map<Integer, Examination> examined) {
    return examined.entrySet().stream()
        .flatMap(entry -> badImage(dataset, entry.getKey(), entry.getValue()))
        .collect(toImmutableList());
  }

  private static Stream<BadImage> badImage(ImageDataset dataset, int index, Examination examined) {
    return examined.problem().stream().map(what -> new BadImage(dataset.id(index), what));
  }

  private static ImmutableList<String> constant(
      ImageDataset dataset, Map<Integer, Examination> examined) {
    return examined.entrySet().stream()
        .filter(entry -> entry.getValue().constant())
        .map(entry -> dataset.id(entry.getKey()))
        .collect(toImmutableList());
  }
}
