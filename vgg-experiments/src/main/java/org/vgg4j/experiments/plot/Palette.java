package org.vgg4j.experiments.plot;

import com.google.common.collect.ImmutableList;
import java.awt.BasicStroke;
import java.awt.Color;

/**
 * How curves look: colours that people with any kind of colour vision tell apart (Okabe and Ito,
 * Color Universal Design, 2008), the darkest first, and lines that tell what is shown.
 */
final class Palette {
  static final ImmutableList<Color> COLOURS =
      ImmutableList.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000));

  static final Color GREY = new Color(0x595959);
  static final Color GRID = new Color(0xE6E6E6);
  static final BasicStroke THIN = stroke(0.8f);
  static final BasicStroke SOLID = stroke(1.8f);
  static final BasicStroke DASHED = stroke(1.3f, 5, 3);

  private Palette() {}

  /** Line {@code number} of several that may lie on one another: wider than those drawn later. */
  static BasicStroke ofSeveral(int number, int lines) {
    return stroke(1.8f + 4.8f * (lines - 1 - number) / Math.max(3, lines - 1));
  }

  private static BasicStroke stroke(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        dashes.length == 0 ? null : dashes,
        0);
  }
}
