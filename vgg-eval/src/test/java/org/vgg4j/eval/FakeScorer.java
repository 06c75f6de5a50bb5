package org.vgg4j.eval;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.vgg4j.core.graph.Averaging;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;

/**
 * Three classes whose posteriors depend on every pixel and on where it is; keeps what it was asked.
 */
final class FakeScorer implements ClassScorer {
  static final int CROP = 12;
  private static final int CLASSES = 3;

  /** One call: so many images of that size. */
  record Batch(int images, ImageSize size, Averaging averaging) {}

  private final List<Batch> batches = new ArrayList<>();
  private ImmutableList<String> names = ImmutableList.of();

  /** What this scorer makes of one image by itself. */
  static float[] alone(Image image) {
    return new FakeScorer()
        .posteriors(image.pixels(), image.height(), image.width(), Averaging.SCORES);
  }

  ImmutableList<Batch> batches() {
    return ImmutableList.copyOf(batches);
  }

  /** Gives the classes names, in the order of their scores. */
  void named(String... classNames) {
    names = ImmutableList.copyOf(classNames);
  }

  @Override
  public ImmutableList<String> classNames() {
    return names;
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public int crop() {
    return CROP;
  }

  @Override
  public float[] posteriors(byte[] pixels, int height, int width, Averaging averaging) {
    ImageSize size = new ImageSize(height, width);
    int images = Math.toIntExact(pixels.length / (size.pixels() * 3));
    batches.add(new Batch(images, size, averaging));
    float[] posteriors = new float[images * CLASSES];
    for (int image = 0; image < images; image++) {
      double[] scores = scores(pixels, image, size);
      double sum = scores[0] + scores[1] + scores[2];
      for (int k = 0; k < CLASSES; k++) {
        posteriors[image * CLASSES + k] = (float) (scores[k] / sum);
      }
    }
    return posteriors;
  }

  /** Each pixel counts for the class of its column and, as much as it is lower, for the last. */
  private static double[] scores(byte[] pixels, int image, ImageSize size) {
    double[] scores = {1, 1, 1};
    int first = Math.toIntExact(image * size.pixels() * 3);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int red = pixels[first + (y * size.width() + x) * 3] & 0xFF;
        scores[Math.min(x, 1)] += red;
        scores[2] += 0.01 * y * red;
      }
    }
    return scores;
  }
}
