package org.vgg4j.eval.statistics;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;

/** The images and labels of a store: what two stores must share to be compared or fused. */
final class ImageSet {
  private static final String SAME = "evaluate both on the same images with the same class order";

  private final String store;
  private final ImmutableList<String> ids;
  private final int[] labels;
  private final Kind kind;

  /**
   * What is compared before any image.
   *
   * @param classes number of classes
   * @param names of the classes; none where the store does not tell
   * @param part which part of a split it is; empty for the whole
   */
  private record Kind(int classes, ImmutableList<String> names, String part) {}

  private ImageSet(String store, ImmutableList<String> ids, int[] labels, Kind kind) {
    this.store = store;
    this.ids = ids;
    this.labels = labels;
    this.kind = kind;
  }

  /**
   * The images of a store.
   *
   * @param store what problems call it, such as its file
   */
  static ImageSet of(String store, Posteriors posteriors) {
    return new ImageSet(
        store,
        ImmutableList.copyOf(posteriors.ids()),
        IntStream.range(0, posteriors.images()).map(posteriors::label).toArray(),
        new Kind(
            posteriors.classes(),
            ImmutableList.copyOf(posteriors.classNames()),
            posteriors.partial().orElse("")));
  }

  /** The same images under the name of another store. */
  ImageSet named(String other) {
    return new ImageSet(other, ids, labels, kind);
  }

  String store() {
    return store;
  }

  ImmutableList<String> ids() {
    return ids;
  }

  int[] labels() {
    return labels.clone();
  }

  int classes() {
    return kind.classes;
  }

  /** Which part of a split it is; empty for the whole. */
  String part() {
    return kind.part;
  }

  /**
   * For each image of this set its position in the other, which may be in another order.
   *
   * @throws Problem if the other has other classes, images or labels, or is another part of a
   *     split; it names the first that differs
   */
  int[] positionsIn(ImageSet other) {
    checkKind(other);
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < other.labels.length; place++) {
      places.put(other.ids.get(place), place);
    }
    int[] positions = new int[labels.length];
    for (int image = 0; image < labels.length; image++) {
      positions[image] = checkedPlace(image, other, places.remove(ids.get(image)));
    }
    places.values().stream().min(Integer::compare).ifPresent(extra -> refuseExtra(other, extra));
    return positions;
  }

  private void checkKind(ImageSet other) {
    if (!kind.part.equals(other.kind.part)) {
      throw refusal(
          other, "is " + partText(other.kind.part) + ", " + store + " is " + partText(kind.part));
    }
    if (kind.classes != other.kind.classes) {
      throw refusal(
          other, "has " + other.kind.classes + " classes, " + store + " has " + kind.classes);
    }
    if (!kind.names.isEmpty() && !other.kind.names.isEmpty()) {
      checkNames(other);
    }
  }

  private static String partText(String part) {
    return part.isEmpty() ? "a whole split" : "PARTIAL (" + part + ")";
  }

  private void checkNames(ImageSet other) {
    for (int label = 0; label < kind.classes; label++) {
      String own = kind.names.get(label);
      String others = other.kind.names.get(label);
      if (!own.equals(others)) {
        throw refusal(
            other, "calls class %d %s, %s calls it %s".formatted(label, others, store, own));
      }
    }
  }

  private int checkedPlace(int image, ImageSet other, @Nullable Integer place) {
    String id = ids.get(image);
    if (place == null) {
      throw refusal(other, "lacks image " + id + " of " + store);
    }
    if (labels[image] != other.labels[place]) {
      throw refusal(
          other,
          "has image %s in class %d, %s has it in class %d"
              .formatted(id, other.labels[place], store, labels[image]));
    }
    return place;
  }

  private void refuseExtra(ImageSet other, int extra) {
    throw refusal(other, "has image " + other.ids.get(extra) + ", which " + store + " lacks");
  }

  private static Problem refusal(ImageSet other, String what) {
    return Problem.data(other.store, what, SAME);
  }
}
