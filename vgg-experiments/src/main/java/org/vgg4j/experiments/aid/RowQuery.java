package org.vgg4j.experiments.aid;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * Which row people mean: its name, then as much of S, Q and the protocol as is needed, in our sizes
 * or the paper's; {@code D 256} and {@code D/256} are the same.
 *
 * @param words as they were written
 */
public record RowQuery(List<String> words) {
  private static final Splitter SLASH = Splitter.on('/');

  public RowQuery {
    words = ImmutableList.copyOf(words);
  }

  /**
   * Every row that is meant; all of them where there are no words.
   *
   * @throws Problem if there is none
   */
  public List<Cell> in(ResultsTable table) {
    List<Cell> found = table.cells().stream().filter(this::matches).toList();
    if (found.isEmpty()) {
      String asked = String.join(" ", words);
      throw Problem.configuration(
          table.name(), "has no row " + asked, Spelling.suggestion(asked, names(table)));
    }
    return found;
  }

  private boolean matches(Cell cell) {
    return matches(cell, words)
        || (words.size() == 1 && matches(cell, SLASH.splitToList(words.get(0))));
  }

  private static boolean matches(Cell cell, List<String> asked) {
    Set<String> details = details(cell);
    return asked.isEmpty()
        || (asked.get(0).equalsIgnoreCase(cell.label())
            && details.containsAll(asked.subList(1, asked.size())));
  }

  private static Set<String> details(Cell cell) {
    Set<String> details = new LinkedHashSet<>(List.of(cell.trainScale(), cell.protocol()));
    details.add(cell.testScale());
    details.add("S=" + cell.trainScale());
    details.add("Q=" + cell.testScale());
    Optional.ofNullable(cell.paper())
        .ifPresent(paper -> details.addAll(List.of(paper.trainScale(), paper.testScale())));
    return details;
  }

  private static Set<String> names(ResultsTable table) {
    Set<String> names = new LinkedHashSet<>();
    table.cells().forEach(cell -> names.add(nameOf(cell)));
    return names;
  }

  /** What tells a row from its neighbours: {@code D/37}, or its name. */
  public static String nameOf(Cell cell) {
    boolean named =
        Stream.ofNullable(cell.result())
            .flatMap(result -> result.parts().stream())
            .noneMatch(part -> part.network().equals(cell.label()));
    return named || cell.trainScale().isEmpty()
        ? cell.label()
        : cell.label() + "/" + cell.trainScale();
  }
}
