package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;

/**
 * Fusion by averaging soft-max posteriors (section 4.4): over networks, and as well over scales and
 * protocols. Parts are added one by one and not kept, so that many large stores can be fused.
 */
public final class Ensemble {
  private final List<Part> parts = new ArrayList<>();
  private @Nullable ImageSet images;
  private double[] sums = {};

  /** A store that was added, without its posteriors. */
  private record Part(String store, double weight, ImmutableMap<String, String> madeFrom) {}

  /**
   * The posteriors of one file as they are, or the mean of several.
   *
   * @throws Problem if a file can't be read, or they are of other images, labels or classes
   */
  public static Posteriors ofFiles(List<Path> files) {
    if (files.size() == 1) {
      return Posteriors.load(files.get(0));
    }
    Ensemble ensemble = new Ensemble();
    files.forEach(file -> ensemble.add(file.toString(), Posteriors.load(file)));
    return ensemble.posteriors();
  }

  /** Adds a store that counts as much as any other. */
  public void add(String store, Posteriors posteriors) {
    add(store, posteriors, 1);
  }

  /**
   * Adds a store, whose images may be in another order than the first one's.
   *
   * @param store what problems and the result call it, such as its file
   * @param weight above 0; the weights need no particular sum
   * @throws Problem if it has other images, labels or classes than the first
   */
  public void add(String store, Posteriors posteriors, double weight) {
    checkArgument(weight > 0 && Double.isFinite(weight), "a weight is %s", weight);
    ImageSet own = ImageSet.of(store, posteriors);
    if (images == null) {
      images = own;
      sums = new double[posteriors.images() * posteriors.classes()];
    }
    int[] positions = images.positionsIn(own);
    for (int image = 0; image < positions.length; image++) {
      addImage(image, positions[image], posteriors, weight);
    }
    parts.add(new Part(store, weight, ImmutableMap.copyOf(posteriors.madeFrom())));
  }

  private void addImage(int image, int position, Posteriors posteriors, double weight) {
    int classes = posteriors.classes();
    for (int label = 0; label < classes; label++) {
      sums[image * classes + label] += weight * posteriors.of(position, label);
    }
  }

  /** The weighted mean, with the images in the order of the first part. */
  public Posteriors posteriors() {
    checkState(images != null, "an ensemble needs a part");
    ImageSet set = Objects.requireNonNull(images, "images");
    double weights = parts.stream().mapToDouble(Part::weight).sum();
    float[] means = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      means[i] = (float) (sums[i] / weights);
    }
    return new Posteriors(set.ids(), set.labels(), means, madeFrom());
  }

  /** What all parts share as it is; what differs for each part. */
  private Map<String, String> madeFrom() {
    Map<String, String> madeFrom = new LinkedHashMap<>();
    madeFrom.put("ensemble", parts.size() + " parts");
    parts.get(0).madeFrom.forEach((key, value) -> putShared(madeFrom, key, value));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String prefix = "part " + (i + 1) + " ";
      madeFrom.put(prefix + "store", part.store);
      madeFrom.put(prefix + "weight", Double.toString(part.weight));
      part.madeFrom.forEach((key, value) -> putOwn(madeFrom, prefix + key, key, value));
    }
    return madeFrom;
  }

  private void putShared(Map<String, String> madeFrom, String key, String value) {
    if (isShared(key, value)) {
      madeFrom.putIfAbsent(key, value);
    }
  }

  private void putOwn(Map<String, String> madeFrom, String name, String key, String value) {
    if (!isShared(key, value)) {
      madeFrom.putIfAbsent(name, value);
    }
  }

  /**
   * What an ensemble among the parts is made of stays its own, even where two have it in common.
   */
  private boolean isShared(String key, String value) {
    return !key.startsWith("part ") && !key.equals("ensemble") && isInAllParts(key, value);
  }

  private boolean isInAllParts(String key, String value) {
    return parts.stream().allMatch(part -> value.equals(part.madeFrom.get(key)));
  }
}
