package org.vgg4j.experiments.plot;

import java.awt.Graphics2D;

/** What a figure file can show; all are {@link #WIDTH} units wide. */
public interface Drawable {
  /** Units from left to right: 17 cm on paper. */
  int WIDTH = 680;

  /** Units from top to bottom. */
  int height();

  /** Draws everything, from the origin on. */
  void paint(Graphics2D graphics);
}
