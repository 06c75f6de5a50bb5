package org.vgg4j.eval;

import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.Technique.View;

/**
 * The posteriors of the images of a block, in one view at one test scale. Collects windows of equal
 * size into batches, runs the network on each batch and its mirror image, and averages over the
 * windows of an image. Which windows share a batch depends on the images and their order alone.
 */
final class ViewScoring {
  /** Pixels of one batch: sixteen crops of 224; bounds the memory of the feature maps. */
  static final long BATCH_PIXELS = 16L * 224 * 224;

  /** Pixels that may wait for others of equal size. */
  private static final long WAITING_PIXELS = 64 * BATCH_PIXELS;

  private final ClassScorer scorer;
  private final View view;
  private final EvaluationProgress progress;
  private final float[] sums;
  private final int[] windows;
  private final int[] awaited;
  private final Map<ImageSize, List<Waiting>> waiting = new LinkedHashMap<>();
  private long waitingPixels;

  /**
   * Scores nothing yet.
   *
   * @param images number of images in the block
   * @param progress hears of every image whose last window is done
   */
  ViewScoring(ClassScorer scorer, View view, int images, EvaluationProgress progress) {
    this.scorer = scorer;
    this.view = view;
    this.progress = progress;
    this.sums = new float[images * scorer.classes()];
    this.windows = new int[images];
    this.awaited = new int[images];
  }

  /**
   * A window that waits for others; the pixels belong to the image, which all its windows share.
   */
  private record Waiting(int image, Image seen, Window window) {}

  /**
   * Adds an image.
   *
   * @param image its number in the block
   */
  void add(int image, Image seen) {
    checkState(windows[image] == 0, "image %s came twice", image);
    List<Window> all = view.windows(seen.size(), scorer.crop());
    windows[image] = all.size();
    awaited[image] = all.size();
    all.forEach(window -> add(new Waiting(image, seen, window)));
  }

  private void add(Waiting one) {
    ImageSize size = one.window.size();
    List<Waiting> group = waiting.computeIfAbsent(size, s -> new ArrayList<>());
    group.add(one);
    waitingPixels += size.pixels();
    if ((group.size() + 1) * size.pixels() > BATCH_PIXELS) {
      run(size);
    } else if (waitingPixels > WAITING_PIXELS) {
      runLargestGroup();
    }
  }

  /** The posteriors of all images, float32 (N, K). */
  float[] finish() {
    List.copyOf(waiting.keySet()).forEach(this::run);
    for (int image = 0; image < windows.length; image++) {
      checkState(windows[image] > 0, "image %s was not seen", image);
      for (int k = image * scorer.classes(); k < (image + 1) * scorer.classes(); k++) {
        sums[k] /= windows[image];
      }
    }
    return sums;
  }

  private void runLargestGroup() {
    waiting.entrySet().stream()
        .max(Comparator.comparingLong(group -> group.getValue().size() * group.getKey().pixels()))
        .ifPresent(group -> run(group.getKey()));
  }

  private void run(ImageSize size) {
    List<Waiting> group = waiting.remove(size);
    if (group == null) {
      return;
    }
    waitingPixels -= group.size() * size.pixels();
    float[] posteriors = posteriors(group, size);
    for (int i = 0; i < group.size(); i++) {
      int target = group.get(i).image * scorer.classes();
      for (int k = 0; k < scorer.classes(); k++) {
        sums[target + k] += posteriors[i * scorer.classes() + k];
      }
    }
    progress.done((int) group.stream().filter(one -> --awaited[one.image] == 0).count());
  }

  private float[] posteriors(List<Waiting> group, ImageSize size) {
    byte[] pixels = pixels(group, size);
    float[] straight = posteriors(pixels, size);
    if (view.flip()) {
      Image.mirror(pixels, size.width());
      float[] mirrored = posteriors(pixels, size);
      for (int i = 0; i < straight.length; i++) {
        straight[i] = (straight[i] + mirrored[i]) / 2;
      }
    }
    return straight;
  }

  private static byte[] pixels(List<Waiting> group, ImageSize size) {
    int bytes = Math.toIntExact(size.pixels() * Image.CHANNELS);
    byte[] pixels = new byte[Math.multiplyExact(group.size(), bytes)];
    for (int i = 0; i < group.size(); i++) {
      group.get(i).seen.copy(group.get(i).window, pixels, i * bytes);
    }
    return pixels;
  }

  private float[] posteriors(byte[] pixels, ImageSize size) {
    return scorer.posteriors(pixels, size.height(), size.width(), view.averaging());
  }
}
