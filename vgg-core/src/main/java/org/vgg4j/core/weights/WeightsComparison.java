package org.vgg4j.core.weights;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * How the tensors of two files differ, bit by bit; metadata do not count. Names are in the order of
 * the files.
 *
 * @param tensors how many tensors both files have in the same shape and element type
 * @param values how many elements those have together
 * @param differing those among them that differ
 * @param onlyInFirst names that the second file lacks
 * @param onlyInSecond names that the first file lacks
 * @param otherShapes tensors whose shapes or element types differ, each with both
 */
public record WeightsComparison(
    int tensors,
    long values,
    List<TensorDifference> differing,
    List<String> onlyInFirst,
    List<String> onlyInSecond,
    List<String> otherShapes) {
  public WeightsComparison {
    differing = ImmutableList.copyOf(differing);
    onlyInFirst = ImmutableList.copyOf(onlyInFirst);
    onlyInSecond = ImmutableList.copyOf(onlyInSecond);
    otherShapes = ImmutableList.copyOf(otherShapes);
  }

  /**
   * Compares two files, with a small piece of each in memory.
   *
   * @throws org.vgg4j.core.Problem if one can't be read
   */
  public static WeightsComparison of(TensorFile first, TensorFile second) {
    List<String> shared = first.names().stream().filter(second::has).toList();
    List<String> alike = shared.stream().filter(name -> isAlike(first, second, name)).toList();
    return new WeightsComparison(
        alike.size(),
        alike.stream().mapToLong(name -> elements(first, name)).sum(),
        alike.stream().flatMap(name -> difference(first, second, name).stream()).toList(),
        first.names().stream().filter(name -> !second.has(name)).toList(),
        second.names().stream().filter(name -> !first.has(name)).toList(),
        shared.stream()
            .filter(name -> !alike.contains(name))
            .map(name -> name + " " + kind(first, name) + " and " + kind(second, name))
            .toList());
  }

  /** Whether both files have the same tensors with the same bits. */
  public boolean identical() {
    return differing.isEmpty()
        && onlyInFirst.isEmpty()
        && onlyInSecond.isEmpty()
        && otherShapes.isEmpty();
  }

  /** The largest absolute difference of two elements. */
  public double largest() {
    return differing.stream().mapToDouble(TensorDifference::largest).reduce(0, Math::max);
  }

  /** The mean absolute difference over all elements, equal ones included. */
  public double mean() {
    return values == 0 ? 0 : differing.stream().mapToDouble(TensorDifference::sum).sum() / values;
  }

  private static boolean isAlike(TensorFile first, TensorFile second, String name) {
    return kind(first, name).equals(kind(second, name));
  }

  private static String kind(TensorFile file, String name) {
    return file.type(name) + " " + file.shape(name);
  }

  private static long elements(TensorFile file, String name) {
    return file.shape(name).stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  private static Optional<TensorDifference> difference(
      TensorFile first, TensorFile second, String name) {
    ElementType type = first.type(name);
    TensorDifference.Sum sum = new TensorDifference.Sum(name, type, first.shape(name));
    long bytes = elements(first, name) * type.bytes();
    for (long at = 0; at < bytes; ) {
      ByteBuffer one = first.chunk(name, at);
      sum.add(at / type.bytes(), one, second.chunk(name, at));
      at += one.limit();
    }
    return sum.isZero() ? Optional.empty() : Optional.of(sum.total());
  }
}
