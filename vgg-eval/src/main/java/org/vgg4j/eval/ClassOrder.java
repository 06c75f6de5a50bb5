package org.vgg4j.eval;

import com.google.common.primitives.ImmutableIntArray;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.data.source.ImageDataset;

/**
 * Which score of a network belongs to which class of a split. Where both name their classes, names
 * decide; else the order does.
 */
public final class ClassOrder {
  private final ImmutableIntArray scoreOfClass;

  private ClassOrder(ImmutableIntArray scoreOfClass) {
    this.scoreOfClass = scoreOfClass;
  }

  /**
   * Compares the classes of a network and a split.
   *
   * @throws Problem if they are not the same
   */
  static ClassOrder of(ClassScorer scorer, ImageDataset split) {
    return of(scorer.classes(), scorer.classNames(), split);
  }

  /**
   * Checks that weights know the classes of a split, before anything is computed.
   *
   * @throws Problem if they are not the same
   */
  public static void check(NetworkManifest manifest, ImageDataset split) {
    of(manifest.network().classes(), manifest.classNames(), split);
  }

  private static ClassOrder of(int classes, List<String> names, ImageDataset split) {
    boolean asTheyCome = names.isEmpty() || names.equals(split.classes());
    ImmutableIntArray scores =
        ImmutableIntArray.copyOf(
            asTheyCome ? IntStream.range(0, classes) : scoresByName(names, split));
    if (classes != split.classes().size()) {
      throw Problem.data(
          split.name(),
          "has %d classes, the network %d".formatted(split.classes().size(), classes),
          "evaluate on the classes that the network was trained on");
    }
    return new ClassOrder(scores);
  }

  private static IntStream scoresByName(List<String> names, ImageDataset split) {
    Map<String, Integer> scores = new HashMap<>();
    for (int score = 0; score < names.size(); score++) {
      scores.putIfAbsent(names.get(score), score);
    }
    Set<String> seen = new HashSet<>();
    return split.classes().stream()
        .peek(name -> checkFirst(seen.add(name), name, split))
        .mapToInt(
            name -> Optional.ofNullable(scores.get(name)).orElseThrow(() -> missing(name, split)));
  }

  /** Two classes of one name, as ImageNet's cranes, would both get the score of the first. */
  private static void checkFirst(boolean first, String name, ImageDataset split) {
    if (!first) {
      throw Problem.data(
          split.name(),
          "has two classes that are called " + name,
          "give them different names, in the list of the network's classes too: scores are matched"
              + " by name");
    }
  }

  private static Problem missing(String name, ImageDataset split) {
    return Problem.data(
        split.name(),
        "has the class " + name + ", which the network does not know",
        "evaluate on the network's classes, or import the weights with the right list of classes");
  }

  /** What people should know where the orders differ. */
  Optional<String> note() {
    boolean same =
        IntStream.range(0, scoreOfClass.length()).allMatch(k -> scoreOfClass.get(k) == k);
    return same
        ? Optional.empty()
        : Optional.of("the network has the data's classes in another order: scores are permuted");
  }

  /**
   * Brings rows from the network's order into the split's.
   *
   * @param rows float32 (N, K), row-major
   */
  float[] ofSplit(float[] rows) {
    int classes = scoreOfClass.length();
    float[] ordered = new float[rows.length];
    for (int row = 0; row < rows.length; row += classes) {
      for (int k = 0; k < classes; k++) {
        ordered[row + k] = rows[row + scoreOfClass.get(k)];
      }
    }
    return ordered;
  }
}
