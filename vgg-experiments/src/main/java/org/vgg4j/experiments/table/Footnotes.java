package org.vgg4j.experiments.table;

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

  String text() {
    StringBuilder notes = new StringBuilder();
    List<List<String>> distinct = deviations();
    for (int i = 0; i < distinct.size(); i++) {
      notes
          .append("[" + (i + 1) + "] Differs from the paper's recipe: ")
          .append(String.join("; ", distinct.get(i)))
          .append(".\n");
    }
    return notes + leftOut() + letters() + intervals();
  }

  private String leftOut() {
    return skipped.isEmpty()
        ? ""
        : "Left out, as they can't be decoded: " + String.join(", ", skipped) + ".\n";
  }

  private String letters() {
    return results().allMatch(result -> result.ties().isEmpty())
        ? ""
        : "Ties: rows that share a letter do not differ significantly in top-1 error "
            + "(McNemar's mid-p over the images, Holm's correction, 5%).\n";
  }

  private String intervals() {
    return results()
        .findFirst()
        .map(result -> "Intervals: " + result.interval().method() + ".\n")
        .orElse("");
  }

  private Stream<Result> results() {
    return cells.stream().flatMap(cell -> Optional.ofNullable(cell.result()).stream());
  }

  private List<List<String>> deviations() {
    return cells.stream().map(Cell::deviations).filter(d -> !d.isEmpty()).distinct().toList();
  }
}
