package org.vgg4j.experiments.gate;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Numbers;

/** Guarded values as people read them: short enough for a cell of a table. */
final class Words {
  private static final int LENGTH = 44;
  private static final int BEFORE = 12;
  private static final int DECIMALS = 5;

  private Words() {}

  static String of(@Nullable Object value) {
    return value instanceof CellRecord cell
        ? points(cell)
        : Ascii.truncate(plain(value), LENGTH, "...");
  }

  private static String plain(@Nullable Object value) {
    return value instanceof Double number
        ? Numbers.decimals(number, DECIMALS)
        : String.valueOf(value);
  }

  /** {@code 4.6%}, or {@code 4.6% (sd 0.8, 3 seeds)}. */
  private static String points(CellRecord cell) {
    String error = Numbers.oneDecimal(cell.top1()) + "%";
    return cell.seeds() == 1
        ? error
        : String.format(
            Locale.ROOT, "%s (sd %.1f, %d seeds)", error, cell.deviation(), cell.seeds());
  }

  static int firstDifference(String one, String other) {
    return Strings.commonPrefix(one, other).length();
  }

  /** A text from a little before a place on. */
  static String from(String text, int place) {
    int start = text.length() <= LENGTH ? 0 : Math.max(0, place - BEFORE);
    return Ascii.truncate((start == 0 ? "" : "...") + text.substring(start), LENGTH, "...");
  }
}
