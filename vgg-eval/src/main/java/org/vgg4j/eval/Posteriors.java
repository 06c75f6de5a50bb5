package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The class posteriors of every image of a split, from one network and one protocol, kept so that
 * errors, fusions and tests can be computed without running the network again.
 */
public final class Posteriors {
  /** The key of {@link #madeFrom} under which the names of the classes are a JSON list. */
  static final String CLASS_NAMES = "classNames";

  private static final String PARTIAL = "partial";
  private static final double SUM_TOLERANCE = 1e-4;

  private final ImmutableList<String> ids;
  private final int[] labels;
  private final float[] values;
  private final int classes;
  private final ImmutableMap<String, String> madeFrom;
  private final ImmutableList<String> classNames;

  /**
   * Copies its arguments.
   *
   * @param ids names of the N images, all different
   * @param labels their classes
   * @param values N x K posteriors, row-major, none below 0; each row sums to 1
   * @param madeFrom what made them: weights, protocol, data, versions; not under the key {@code
   *     ids}, which the file needs; under {@code classNames}, if at all, a JSON list of K names
   */
  public Posteriors(List<String> ids, int[] labels, float[] values, Map<String, String> madeFrom) {
    this(ids, labels.clone(), madeFrom, values.clone());
  }

  /** The same without a copy: the caller must not write to the arrays any more. */
  static Posteriors takingOver(
      List<String> ids, int[] labels, float[] values, Map<String, String> madeFrom) {
    return new Posteriors(ids, labels, madeFrom, values);
  }

  private Posteriors(List<String> ids, int[] labels, Map<String, String> madeFrom, float[] values) {
    this.ids = ImmutableList.copyOf(ids);
    this.labels = labels;
    this.values = values;
    this.madeFrom = ImmutableMap.copyOf(madeFrom);
    checkArgument(
        !madeFrom.containsKey(PosteriorsFile.IDS), "the key %s is taken", PosteriorsFile.IDS);
    checkArgument(!ids.isEmpty(), "there are no images");
    checkArgument(ImmutableSet.copyOf(ids).size() == ids.size(), "an image is there twice");
    checkArgument(labels.length == ids.size(), "%s labels, %s ids", labels.length, ids.size());
    checkArgument(values.length % ids.size() == 0, "posteriors and images do not fit");
    this.classes = values.length / labels.length;
    this.classNames = TextList.read(madeFrom.getOrDefault(CLASS_NAMES, "[]"));
    checkArgument(
        classNames.isEmpty() || classNames.size() == classes,
        "%s names for %s classes",
        classNames.size(),
        classes);
    for (int image = 0; image < labels.length; image++) {
      checkRow(image);
    }
  }

  private void checkRow(int image) {
    checkArgument(
        labels[image] >= 0 && labels[image] < classes,
        "label %s of %s is not one of %s classes",
        labels[image],
        ids.get(image),
        classes);
    double sum = 0;
    float least = 0;
    for (int i = image * classes; i < (image + 1) * classes; i++) {
      sum += values[i];
      least = Math.min(least, values[i]);
    }
    checkArgument(!(least < 0), "a posterior of %s is %s", ids.get(image), least);
    checkArgument(
        Math.abs(sum - 1) <= SUM_TOLERANCE, "posteriors of %s sum to %s", ids.get(image), sum);
  }

  /**
   * The mean of posteriors of the same images in the same order, such as of a protocol's {@link
   * TestProtocol#parts}.
   *
   * @param madeFrom what made them, beside the names of the classes, which are the parts'
   */
  public static Posteriors mean(List<Posteriors> parts, Map<String, String> madeFrom) {
    Posteriors first = parts.get(0);
    checkArgument(
        parts.stream().allMatch(part -> part.ids.equals(first.ids)), "the images are others");
    Map<String, String> all = new LinkedHashMap<>(madeFrom);
    all.put(CLASS_NAMES, TextList.print(first.classNames));
    return new Posteriors(
        first.ids, first.labels, all, Mean.of(parts.stream().map(part -> part.values).toList()));
  }

  /** Number of images. */
  public int images() {
    return labels.length;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** The posterior of a class for an image. */
  public float of(int image, int label) {
    return values[image * classes + label];
  }

  /** The true class of an image. */
  public int label(int image) {
    return labels[image];
  }

  /** Names of the images. */
  public List<String> ids() {
    return ids;
  }

  /** What made the posteriors. */
  public Map<String, String> madeFrom() {
    return madeFrom;
  }

  /** The names of the classes in the order of the posteriors; empty where they were not kept. */
  public List<String> classNames() {
    return classNames;
  }

  /** Which part of a split these are, such as {@code 500 of 50000 images}; empty for the whole. */
  public Optional<String> partial() {
    return Optional.ofNullable(madeFrom.get(PARTIAL)).filter(part -> !part.isEmpty());
  }

  /** The class with the highest posterior; among equals the first. */
  public int likeliest(int image) {
    int best = 0;
    for (int label = 1; label < classes; label++) {
      best = of(image, label) > of(image, best) ? label : best;
    }
    return best;
  }

  /** The rank of the true class, 1 for the best; among equals it counts as the last. */
  public int rankOfTruth(int image) {
    float truth = of(image, labels[image]);
    int rank = 0;
    for (int i = image * classes; i < (image + 1) * classes; i++) {
      rank += values[i] >= truth ? 1 : 0;
    }
    return rank;
  }

  /**
   * Writes a file.
   *
   * @throws org.vgg4j.core.Problem if it can't be written
   */
  public void save(Path file) {
    PosteriorsFile.write(file, this);
  }

  /**
   * Reads a file.
   *
   * @throws org.vgg4j.core.Problem if it is damaged or no posteriors file
   */
  public static Posteriors load(Path file) {
    return PosteriorsFile.read(file);
  }

  /** The classes of all images; not to be written to. */
  int[] labels() {
    return labels;
  }

  /** All posteriors, N x K, row-major; not to be written to. */
  float[] values() {
    return values;
  }
}
