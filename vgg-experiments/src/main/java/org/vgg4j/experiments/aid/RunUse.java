package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * Which tables are made of which runs.
 *
 * @param tables the names of the tables by the name of the run
 * @param uncertain whether they may be made of others too, of which nobody can tell
 */
public record RunUse(ImmutableSetMultimap<String, String> tables, boolean uncertain) {

  /** Of these tables: every seed of every row, and what their claims take from elsewhere. */
  public static RunUse of(OutputFolder folder, List<ResultsTable> tables) {
    ImmutableSetMultimap.Builder<String, String> use = ImmutableSetMultimap.builder();
    for (ResultsTable table : tables) {
      namesIn(folder, table).forEach(run -> use.put(run, table.name()));
    }
    return new RunUse(
        use.build(),
        tables.stream().anyMatch(table -> new ClaimedRuns(folder, table).areUncertain()));
  }

  private static Set<String> namesIn(OutputFolder folder, ResultsTable table) {
    Lineage lineage = new Lineage(folder);
    Set<String> names = new LinkedHashSet<>(new ClaimedRuns(folder, table).names());
    table.cells().stream()
        .flatMap(cell -> Stream.ofNullable(cell.result()))
        .flatMap(result -> result.parts().stream())
        .flatMap(part -> CellTest.runOf(folder, part).stream())
        .forEach(
            run -> {
              names.add(run.name());
              for (long seed : table.provenance().seeds()) {
                lineage.repeated(run, seed).ifPresent(other -> names.add(other.name()));
              }
            });
    return names;
  }

  /** The runs that tables are made of, and all that those start from; every run in doubt. */
  public ImmutableSet<String> needed(OutputFolder folder) {
    if (uncertain) {
      return folder.runs().keySet();
    }
    Lineage lineage = new Lineage(folder);
    return tables.keySet().stream()
        .flatMap(name -> lineage.named(name).stream())
        .flatMap(run -> lineage.chainOf(run).stream())
        .map(StoredRun::name)
        .collect(ImmutableSet.toImmutableSet());
  }
}
