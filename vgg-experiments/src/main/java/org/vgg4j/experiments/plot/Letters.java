package org.vgg4j.experiments.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Writes on a figure. Letters are outlines, so that a figure looks the same on every machine. */
final class Letters {
  private static final Color TEXT = new Color(0x222222);
  private static final String ELLIPSIS = "...";
  private static final FontRenderContext CONTEXT =
      new FontRenderContext(new AffineTransform(), true, true);

  private final Graphics2D graphics;
  private final Font font;

  /**
   * Prepares to write.
   *
   * @param size of the letters in the figure's units
   */
  Letters(Graphics2D graphics, double size) {
    this.graphics = graphics;
    this.font = new Font(Font.SANS_SERIF, Font.PLAIN, 12).deriveFont((float) size);
  }

  /** Writes from (x, y) on to the right, at most {@code width} units. */
  void from(double x, double y, String text, double width) {
    draw(outline(fitting(text, width)), x, y);
  }

  /** Writes up to (x, y). */
  void upTo(double x, double y, String text, double width) {
    String shown = fitting(text, width);
    draw(outline(shown), x - width(shown), y);
  }

  /** Writes around x, in a colour that stands out. */
  void around(double x, double y, String text, Color colour) {
    graphics.setColor(colour);
    graphics.fill(moved(outline(text), x - width(text) / 2, y));
  }

  private void draw(Shape outline, double x, double y) {
    graphics.setColor(TEXT);
    graphics.fill(moved(outline, x, y));
  }

  private static Shape moved(Shape outline, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline);
  }

  private Shape outline(String text) {
    return font.createGlyphVector(CONTEXT, text).getOutline();
  }

  private double width(String text) {
    Rectangle2D bounds = font.getStringBounds(text, CONTEXT);
    return bounds.getWidth();
  }

  private String fitting(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0 && width(text.substring(0, length) + ELLIPSIS) > width) {
      length--;
    }
    return text.substring(0, length) + ELLIPSIS;
  }
}
