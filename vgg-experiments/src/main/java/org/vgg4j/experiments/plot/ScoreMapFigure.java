package org.vgg4j.experiments.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.vgg4j.data.image.Image;

/**
 * An image as the network sees it, and beside it the same with the scores of one class at every
 * position of the class score map over it.
 */
public final class ScoreMapFigure implements Drawable {
  static final int MARGIN = 16;
  static final int TOP = 40;
  static final int PANEL = (WIDTH - 3 * MARGIN) / 2;

  private static final int TALLEST = 480;
  private static final int BELOW = 48;
  private static final int STEPS = 64;
  private static final double OPACITY = 0.6;

  private final Image image;
  private final ScoreGrid grid;
  private final String title;
  private final double scale;

  /**
   * Lays the figure out.
   *
   * @param grid the scores, in the image's pixels
   * @param title the line above
   */
  public ScoreMapFigure(Image image, ScoreGrid grid, String title) {
    this.image = image;
    this.grid = grid;
    this.title = title;
    this.scale = Math.min((double) PANEL / image.width(), (double) TALLEST / image.height());
  }

  @Override
  public int height() {
    return TOP + (int) Math.ceil(scale * image.height()) + BELOW;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    new Letters(graphics, 15).from(MARGIN, 26, title, WIDTH - 2.0 * MARGIN);
    draw(graphics, image.picture(), MARGIN);
    draw(graphics, overlaid(), right());
    scale(graphics, TOP + scale * image.height() + 8);
  }

  private static int right() {
    return 2 * MARGIN + PANEL;
  }

  private void draw(Graphics2D graphics, BufferedImage picture, int left) {
    AffineTransform place = AffineTransform.getTranslateInstance(left, TOP);
    place.scale(scale, scale);
    graphics.drawImage(picture, place, null);
  }

  private interface Pixels {
    Color of(int y, int x);
  }

  private BufferedImage picture(Pixels pixels) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.setRGB(x, y, pixels.of(y, x).getRGB());
      }
    }
    return picture;
  }

  /** The image is grey below, so that every colour is the map's. */
  private BufferedImage overlaid() {
    double low = grid.low();
    double range = grid.high() - low;
    return picture(
        (y, x) -> {
          double share = range > 0 ? (grid.at(y, x) - low) / range : 1;
          Color colour = ColourScale.VIRIDIS.of(Math.max(0, Math.min(1, share)));
          return ColourScale.mixed(grey(y, x), colour, OPACITY);
        });
  }

  private Color grey(int y, int x) {
    int sum = image.value(y, x, 0) + image.value(y, x, 1) + image.value(y, x, 2);
    return new Color(sum / 3, sum / 3, sum / 3);
  }

  /** The colours from the smallest to the largest score. */
  private void scale(Graphics2D graphics, double top) {
    double step = (double) PANEL / STEPS;
    for (int i = 0; i < STEPS; i++) {
      graphics.setColor(
          ColourScale.mixed(Color.GRAY, ColourScale.VIRIDIS.of(i / (STEPS - 1.0)), OPACITY));
      graphics.fill(new Rectangle2D.Double(right() + i * step, top, step + 0.5, 10));
    }
    Letters letters = new Letters(graphics, 12);
    letters.from(right(), top + 26, "class score " + number(grid.low()), PANEL);
    letters.upTo(right() + PANEL, top + 26, number(grid.high()), PANEL);
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }
}
