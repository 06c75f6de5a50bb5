package org.vgg4j.experiments.cli;

import java.util.Arrays;
import org.vgg4j.experiments.table.TextTable;

/**
 * Tables whose last column is there on request only.
 *
 * @param shown whether it is
 */
record LastColumn(boolean shown) {
  TextTable table(String... headings) {
    return new TextTable(Arrays.copyOf(headings, headings.length - (shown ? 0 : 1)));
  }

  void row(TextTable table, Object... cells) {
    table.row(Arrays.copyOf(cells, cells.length - (shown ? 0 : 1)));
  }
}
