package org.vgg4j.experiments.plot;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import org.vgg4j.core.graph.ScoreMaps;

/**
 * The scores of one class where they belong in the image: each in the middle of the crop that a
 * position of the class score map sees (section 3.2).
 *
 * @param rows positions above each other
 * @param columns positions beside each other
 * @param scores row by row
 * @param crop side in pixels of what a position sees, without what padding lets it see
 * @param stride pixels from one position to the next
 */
public record ScoreGrid(int rows, int columns, ImmutableDoubleArray scores, int crop, int stride) {
  public ScoreGrid {
    checkArgument(rows > 0 && columns > 0, "a map has positions");
    checkArgument(scores.length() == rows * columns, "%s scores", scores.length());
  }

  /** One class of the map of a single image. */
  public static ScoreGrid of(ScoreMaps maps, int label, int crop, int stride) {
    ImmutableDoubleArray.Builder scores = ImmutableDoubleArray.builder();
    float[] all = maps.scores();
    for (int i = label; i < all.length; i += maps.classes()) {
      scores.add(all[i]);
    }
    return new ScoreGrid(maps.height(), maps.width(), scores.build(), crop, stride);
  }

  /** The smallest score. */
  public double low() {
    return scores.stream().min().orElseThrow();
  }

  /** The largest score. */
  public double high() {
    return scores.stream().max().orElseThrow();
  }

  /**
   * The score at a pixel of the image: evenly between those of the positions around it, and beyond
   * the outermost positions as there.
   */
  double at(int y, int x) {
    double row = position(y, rows);
    double column = position(x, columns);
    int above = (int) row;
    int below = Math.min(above + 1, rows - 1);
    return between(along(above, column), along(below, column), row - above);
  }

  private double along(int row, double column) {
    int left = (int) column;
    int right = Math.min(left + 1, columns - 1);
    return between(
        scores.get(row * columns + left), scores.get(row * columns + right), column - left);
  }

  private double position(int pixel, int count) {
    double place = (pixel + 0.5 - crop / 2.0) / stride;
    return Math.max(0, Math.min(count - 1, place));
  }

  private static double between(double first, double second, double share) {
    return first + share * (second - first);
  }
}
