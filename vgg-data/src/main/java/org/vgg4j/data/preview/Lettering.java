package org.vgg4j.data.preview;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.vgg4j.core.Problem;

/** Writes on a picture, in the sans-serif font of the system. */
final class Lettering {
  private static final String ELLIPSIS = "...";

  private final Graphics2D graphics;
  private final Font plain;

  private Lettering(Graphics2D graphics, Font plain) {
    this.graphics = graphics;
    this.plain = plain;
  }

  /**
   * Prepares to write.
   *
   * @param size height of the letters in pixels
   * @throws Problem if there are no fonts: a Java runtime brings none of its own
   */
  static Lettering on(Graphics2D graphics, int size) {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
      graphics.getFontMetrics(font).stringWidth("S");
      return new Lettering(graphics, font);
    } catch (RuntimeException | Error e) { // which of them depends on what is missing
      throw Problem.data(
              "the fonts of this system",
              "can't be used by Java (" + e + ")",
              "install fontconfig and a font, such as fonts-dejavu-core")
          .causedBy(e);
    }
  }

  /** Ends the text with dots where it is wider than {@code width}; (x, y) is its lower left. */
  void write(String text, int x, int y, int width) {
    graphics.setFont(plain);
    draw(text, x, y, width);
  }

  /** The same in bold. */
  void writeBold(String text, int x, int y, int width) {
    graphics.setFont(plain.deriveFont(Font.BOLD));
    draw(text, x, y, width);
  }

  private void draw(String text, int x, int y, int width) {
    graphics.drawString(fitting(text, width, graphics.getFontMetrics()), x, y);
  }

  private static String fitting(String text, int width, FontMetrics metrics) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0 && metrics.stringWidth(text.substring(0, length) + ELLIPSIS) > width) {
      length--;
    }
    return text.substring(0, length) + ELLIPSIS;
  }
}
