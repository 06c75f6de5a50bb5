package org.vgg4j.experiments.plot;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vgg4j.eval.statistics.ConfusionMatrix;

/**
 * A confusion matrix: a row for each true class, a column for what it was taken for, the darker the
 * larger the share of the true class. Names and counts are there as long as they can be read.
 */
public final class ConfusionFigure implements Drawable {
  static final int MARGIN = 16;
  static final int HEADER = 52;
  static final int NAMES = 130;

  private static final int MOST_NAMED = 60;
  private static final int MOST_COUNTED = 25;

  private final ConfusionMatrix matrix;
  private final ImmutableList<String> names;
  private final int edge;
  private final double cell;

  /**
   * Lays the figure out.
   *
   * @param names of the classes, in their order
   */
  public ConfusionFigure(ConfusionMatrix matrix, List<String> names) {
    checkArgument(names.size() == matrix.classes(), "%s names", names.size());
    this.matrix = matrix;
    this.names = ImmutableList.copyOf(names);
    this.edge = matrix.classes() <= MOST_NAMED ? NAMES : 0;
    this.cell = (WIDTH - 2.0 * MARGIN - edge) / matrix.classes();
  }

  @Override
  public int height() {
    return WIDTH - MARGIN + HEADER;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    header(new Letters(graphics, 13));
    for (int truth = 0; truth < matrix.classes(); truth++) {
      row(graphics, truth);
    }
    graphics.setColor(Palette.GREY);
    graphics.setStroke(Palette.THIN);
    double side = cell * matrix.classes();
    graphics.draw(new Rectangle2D.Double(left(0), top(0), side, side));
    if (edge > 0) {
      names(graphics, new Letters(graphics, Math.min(12, 0.8 * cell)));
    }
  }

  private static void header(Letters letters) {
    int width = WIDTH - 2 * MARGIN;
    letters.from(MARGIN, 22, "Rows: the true class. Columns: what it was taken for.", width);
    letters.from(
        MARGIN, 40, "Colour: share of the true class's images, white 0%, dark blue 100%.", width);
  }

  private void row(Graphics2D graphics, int truth) {
    int images = matrix.images(truth);
    for (int chosen = 0; chosen < matrix.classes(); chosen++) {
      if (matrix.count(truth, chosen) > 0) {
        cell(graphics, truth, chosen, (double) matrix.count(truth, chosen) / images);
      }
    }
  }

  private void cell(Graphics2D graphics, int truth, int chosen, double share) {
    graphics.setColor(ColourScale.BLUES.of(share));
    graphics.fill(new Rectangle2D.Double(left(chosen), top(truth), cell, cell));
    if (matrix.classes() <= MOST_COUNTED) {
      double size = Math.min(12, 0.45 * cell);
      new Letters(graphics, size)
          .around(
              left(chosen) + cell / 2,
              top(truth) + cell / 2 + 0.35 * size,
              Integer.toString(matrix.count(truth, chosen)),
              share > 0.45 ? Color.WHITE : Color.BLACK);
    }
  }

  private void names(Graphics2D graphics, Letters letters) {
    AffineTransform upright = graphics.getTransform();
    double middle = cell / 2 + 4;
    for (int label = 0; label < names.size(); label++) {
      letters.upTo(left(0) - 6, top(label) + middle, names.get(label), NAMES - 6.0);
      graphics.translate(left(label) + middle, top(0) - 6);
      graphics.rotate(-Math.PI / 2);
      letters.from(0, 0, names.get(label), NAMES - 6.0);
      graphics.setTransform(upright);
    }
  }

  private double left(int chosen) {
    return MARGIN + edge + chosen * cell;
  }

  private double top(int truth) {
    return HEADER + edge + truth * cell;
  }
}
