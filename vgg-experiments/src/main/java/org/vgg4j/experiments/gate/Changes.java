package org.vgg4j.experiments.gate;

import com.google.common.collect.MapDifference;
import com.google.common.collect.MapDifference.ValueDifference;
import com.google.common.collect.Maps;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vgg4j.experiments.table.TextTable;

/**
 * What a new baseline says otherwise than the one before.
 *
 * @param then the one before
 * @param now the new one
 */
record Changes(Reference then, Reference now) {
  /** A table of all of them, or a sentence where there are none. */
  String text() {
    SortedMap<String, String> lines = new TreeMap<>();
    collect(then.exact(), now.exact(), lines);
    collect(then.probes(), now.probes(), lines);
    collect(then.cells(), now.cells(), lines);
    collect(then.speed(), now.speed(), lines);
    TextTable table = new TextTable("what", "changed");
    lines.forEach(table::row);
    return lines.isEmpty() ? "nothing changed\n" : table.markdown();
  }

  private static void collect(
      Map<String, ?> then, Map<String, ?> now, SortedMap<String, String> lines) {
    MapDifference<String, Object> difference =
        Maps.difference(Maps.transformValues(then, v -> v), Maps.transformValues(now, v -> v));
    difference.entriesOnlyOnLeft().keySet().forEach(name -> lines.put(name, "gone"));
    difference
        .entriesOnlyOnRight()
        .forEach((name, value) -> lines.put(name, "new: " + Words.of(value)));
    difference.entriesDiffering().forEach((name, values) -> lines.put(name, change(values)));
  }

  private static String change(ValueDifference<Object> values) {
    if (values.leftValue() instanceof CellRecord then
        && values.rightValue() instanceof CellRecord now) {
      return cellChange(then, now);
    }
    String old = String.valueOf(values.leftValue());
    String fresh = String.valueOf(values.rightValue());
    int first = Words.firstDifference(old, fresh);
    return Words.from(old, first) + " -> " + Words.from(fresh, first);
  }

  private static String cellChange(CellRecord then, CellRecord now) {
    String errors = Words.of(then) + " -> " + Words.of(now);
    return then.on().equals(now.on()) ? errors : errors + ", trained on " + now.on();
  }
}
