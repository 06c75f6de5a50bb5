package org.vgg4j.data.preview;

import java.util.List;
import org.vgg4j.data.image.ImageSize;

/** Where things lie on a contact sheet, in its pixels. */
final class SheetLayout {
  static final int CELL = 160;
  static final int MARGIN = 28;
  static final int LETTERS = 19;
  static final int LINE = 26;

  private static final int GAP = 8;
  private static final int BETWEEN_GROUPS = 28;
  private static final int HEADER = 2 * LINE;
  private static final int ROW = CELL + LINE + 2 * GAP;

  private static final ImageSize ORIGINAL = new ImageSize(CELL, CELL * 4 / 3);

  private SheetLayout() {}

  static ImageSize cell() {
    return new ImageSize(CELL, CELL);
  }

  /** The size of an original that fits into its place: isotropic, at least a pixel a side. */
  static ImageSize fitted(ImageSize original) {
    double factor =
        Math.min(
            (double) ORIGINAL.height() / original.height(),
            (double) ORIGINAL.width() / original.width());
    return new ImageSize(
        (int) Math.max(1, Math.round(original.height() * factor)),
        (int) Math.max(1, Math.round(original.width() * factor)));
  }

  static int originalWidth() {
    return ORIGINAL.width();
  }

  /** The upper end of the pictures of a row. */
  static int top(int row) {
    return MARGIN + HEADER + row * ROW;
  }

  /** The left end of a group. */
  static int left(List<ViewGroup> groups, int group) {
    int left = MARGIN + ORIGINAL.width() + BETWEEN_GROUPS;
    for (ViewGroup before : groups.subList(0, group)) {
      left += width(before) + BETWEEN_GROUPS;
    }
    return left;
  }

  /** The left end of a view in a group that begins at {@code left}. */
  static int left(int left, int view) {
    return left + view * (CELL + GAP);
  }

  static int width(ViewGroup group) {
    return group.views().size() * (CELL + GAP) - GAP;
  }

  /** The size of a sheet with these groups, and lines of text at its lower end. */
  static ImageSize sheet(List<ViewGroup> groups, int rows, int lines) {
    int width = left(groups, groups.size()) - BETWEEN_GROUPS + MARGIN;
    return new ImageSize(top(rows) + lines * LINE + MARGIN, width);
  }
}
