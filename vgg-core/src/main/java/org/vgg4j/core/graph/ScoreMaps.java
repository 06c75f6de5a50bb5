package org.vgg4j.core.graph;

/**
 * Class scores (logits) at every position of a batch of images.
 *
 * @see InferenceGraph#scoreMaps
 */
public final class ScoreMaps {
  private final int height;
  private final int width;
  private final int classes;
  private final float[] scores;

  ScoreMaps(int height, int width, int classes, float[] scores) {
    this.height = height;
    this.width = width;
    this.classes = classes;
    this.scores = scores;
  }

  /** Rows of one map. */
  public int height() {
    return height;
  }

  /** Columns of one map. */
  public int width() {
    return width;
  }

  /** Classes scored at each position. */
  public int classes() {
    return classes;
  }

  /** The scores, float32 (N, height, width, classes), row-major. */
  public float[] scores() {
    return scores.clone();
  }
}
