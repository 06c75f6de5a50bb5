package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;

/** The images and labels of a store: what two stores must share to be compared or fused. */
final class ImageSet {
  /** The entry of a store that was made from a part of a split. */
  private static final String PARTIAL = "partial";

  private static final String SAME = "evaluate both on the same images with the same class order";

  private final String store;
  private final ImmutableList<String> ids;
  private final int[] labels;
  private final int classes;
  private final boolean partial;

  private ImageSet(String store, List<String> ids, int[] labels, int classes, boolean partial) {
    this.store = store;
    this.ids = ImmutableList.copyOf(ids);
    this.labels = labels;
    this.classes = classes;
    this.partial = partial;
  }

  /**
   * The images of a store.
   *
   * @param store what problems call it, such as its file
   */
  static ImageSet of(String store, Posteriors posteriors) {
    return new ImageSet(
        store,
        posteriors.ids(),
        IntStream.range(0, posteriors.images()).map(posteriors::label).toArray(),
        posteriors.classes(),
        !posteriors.madeFrom().getOrDefault(PARTIAL, "").isEmpty());
  }

  /** The same images under the name of another store. */
  ImageSet named(String other) {
    return new ImageSet(other, ids, labels, classes, partial);
  }

  String store() {
    return store;
  }

  List<String> ids() {
    return ids;
  }

  int label(int image) {
    return labels[image];
  }

  int classes() {
    return classes;
  }

  int size() {
    return labels.length;
  }

  /**
   * For each image of this set its position in the other, which may be in another order.
   *
   * @throws Problem if the other has other classes, images or labels, or if one of the two is a
   *     partial evaluation and the other is not; it names the first that differs
   */
  int[] positionsIn(ImageSet other) {
    checkKind(other);
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < other.size(); place++) {
      places.put(other.ids.get(place), place);
    }
    int[] positions = new int[size()];
    for (int image = 0; image < size(); image++) {
      positions[image] = place(image, other, places.remove(ids.get(image)));
    }
    places.values().stream().min(Integer::compare).ifPresent(extra -> refuseExtra(other, extra));
    return positions;
  }

  private void checkKind(ImageSet other) {
    if (partial != other.partial) {
      ImageSet part = partial ? this : other;
      ImageSet whole = partial ? other : this;
      throw Problem.data(part.store, "is PARTIAL, but " + whole.store + " is not", SAME);
    }
    if (classes != other.classes) {
      throw Problem.data(
          other.store, "has " + other.classes + " classes, " + store + " has " + classes, SAME);
    }
  }

  private int place(int image, ImageSet other, @Nullable Integer place) {
    if (place == null) {
      throw Problem.data(other.store, "lacks image " + ids.get(image) + " of " + store, SAME);
    }
    if (labels[image] != other.labels[place]) {
      throw Problem.data(
          other.store,
          "has image %s in class %d, %s in class %d"
              .formatted(ids.get(image), other.labels[place], store, labels[image]),
          SAME);
    }
    return place;
  }

  private void refuseExtra(ImageSet other, int extra) {
    throw Problem.data(
        other.store, "has image " + other.ids.get(extra) + ", which " + store + " lacks", SAME);
  }
}
