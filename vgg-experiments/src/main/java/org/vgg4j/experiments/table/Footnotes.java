package org.vgg4j.experiments.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands under a table.
 *
 * @param cells the rows
 * @param skipped ids of images that were left out
 */
record Footnotes(List<Cell> cells, List<String> skipped) {

  /** The mark of a row, such as {@code [1]}; empty where it deviates in nothing. */
  String markOf(Cell cell) {
    return cell.deviations().isEmpty()
        ? Optional.ofNullable(cell.reason()).orElse("")
        : "[" + (deviations().indexOf(cell.deviations()) + 1) + "]";
  }

  /** In full what a mark stands for, or why a row is not computed; empty where there is neither. */
  static String inFull(Cell cell) {
    return cell.deviations().isEmpty()
        ? Optional.ofNullable(cell.reason()).orElse("")
        : String.join("; ", cell.deviations());
  }

  /** A sentence each. */
  ImmutableList<String> lines() {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    List<List<String>> distinct = deviations();
    for (int i = 0; i < distinct.size(); i++) {
      String what = String.join("; ", distinct.get(i));
      lines.add("[" + (i + 1) + "] Differs from the paper's recipe: " + what + ".");
    }
    Stream.of(leftOut(), letters(), intervals()).flatMap(Optional::stream).forEach(lines::add);
    return lines.build();
  }

  private Optional<String> leftOut() {
    return skipped.isEmpty()
        ? Optional.empty()
        : Optional.of("Left out, as they can't be decoded: " + String.join(", ", skipped) + ".");
  }

  private Optional<String> letters() {
    return results().allMatch(result -> result.ties().isEmpty())
        ? Optional.empty()
        : Optional.of(
            "Ties: rows that share a letter do not differ significantly in top-1 error "
                + "(McNemar's mid-p over the images, Holm's correction, 5%).");
  }

  private Optional<String> intervals() {
    return results().findFirst().map(result -> "Intervals: " + result.interval().method() + ".");
  }

  private Stream<Result> results() {
    return cells.stream().flatMap(cell -> Optional.ofNullable(cell.result()).stream());
  }

  private List<List<String>> deviations() {
    return cells.stream().map(Cell::deviations).filter(d -> !d.isEmpty()).distinct().toList();
  }
}
