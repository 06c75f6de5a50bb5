package org.vgg4j.data.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;

/** Paints the parts of a contact sheet. */
final class SheetPainter {
  private static final float FRAME = 3;
  private static final Color TEXT = new Color(0x222222);
  private static final Color EDGE = new Color(0xCCCCCC);

  private final Graphics2D graphics;
  private final Lettering lettering;
  private final Resampler resampler;

  SheetPainter(Graphics2D graphics, Resampler resampler) {
    this.graphics = graphics;
    this.resampler = resampler;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setStroke(new BasicStroke(FRAME));
    this.lettering = Lettering.on(graphics, SheetLayout.LETTERS);
  }

  void background(ImageSize size) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size.width(), size.height());
  }

  /** The titles above the first row, each over a line of its colour. */
  void header(List<ViewGroup> groups) {
    title("original", SheetLayout.MARGIN, SheetLayout.originalWidth(), TEXT);
    for (int group = 0; group < groups.size(); group++) {
      ViewGroup shown = groups.get(group);
      title(
          shown.title(), SheetLayout.left(groups, group), SheetLayout.width(shown), shown.colour());
    }
  }

  private void title(String text, int left, int width, Color colour) {
    int line = SheetLayout.top(0) - SheetLayout.LINE / 2;
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Float(left, line, width, FRAME));
    lettering.writeBold(text, left, line - SheetLayout.LINE / 3, width);
  }

  void row(SheetRow row, int number) {
    int top = SheetLayout.top(number);
    original(row, top);
    for (int group = 0; group < row.groups().size(); group++) {
      views(row.groups().get(group), SheetLayout.left(row.groups(), group), top);
    }
  }

  private void original(SheetRow row, int top) {
    ImageSize size = SheetLayout.fitted(row.original().size());
    picture(row.original().decoded(), size, SheetLayout.MARGIN, top);
    for (ViewGroup group : row.groups()) {
      if (group.outlined()) {
        graphics.setColor(group.colour());
        group.views().forEach(view -> outline(view.sample(), size, top));
      }
    }
    caption(row.title() + ", " + row.original().size(), SheetLayout.MARGIN, top, size.width());
  }

  /** The picture with a thin edge, so that a white one has an end. */
  private void picture(Image image, ImageSize size, int left, int top) {
    graphics.setColor(EDGE);
    graphics.fillRect(left - 1, top - 1, size.width() + 2, size.height() + 2);
    graphics.drawImage(Pictures.sized(image, size, resampler), left, top, null);
  }

  /** Where a crop lies in the original, inside of its border. */
  private void outline(Sample sample, ImageSize shown, int top) {
    double scale = (double) shown.height() / sample.rescaled().height();
    graphics.draw(
        new Rectangle2D.Double(
            SheetLayout.MARGIN + sample.window().x() * scale + FRAME / 2,
            top + sample.window().y() * scale + FRAME / 2,
            sample.window().width() * scale - FRAME,
            sample.window().height() * scale - FRAME));
  }

  private void views(ViewGroup group, int left, int top) {
    for (int k = 0; k < group.views().size(); k++) {
      View view = group.views().get(k);
      int x = SheetLayout.left(left, k);
      picture(view.image(), SheetLayout.cell(), x, top);
      caption(view.caption(), x, top, SheetLayout.CELL);
    }
  }

  private void caption(String text, int left, int top, int width) {
    graphics.setColor(TEXT);
    int line = top + SheetLayout.CELL + SheetLayout.LETTERS + 2;
    lettering.write(text, left, line, Math.max(width, SheetLayout.originalWidth()));
  }

  /** Lines of text below the last row. */
  void footer(List<String> lines, int rows, int width) {
    graphics.setColor(TEXT);
    for (int k = 0; k < lines.size(); k++) {
      int line = SheetLayout.top(rows) + (k + 1) * SheetLayout.LINE;
      lettering.write(lines.get(k), SheetLayout.MARGIN, line, width - 2 * SheetLayout.MARGIN);
    }
  }
}
