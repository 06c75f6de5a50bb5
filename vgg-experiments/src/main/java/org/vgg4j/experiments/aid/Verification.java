package org.vgg4j.experiments.aid;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vgg4j.core.graph.Device;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * Which cells of a folder are verified, and what that takes.
 *
 * @param tables whose rows are meant
 * @param query which rows of them
 */
public record Verification(OutputFolder folder, List<ResultsTable> tables, RowQuery query) {
  public Verification {
    tables = ImmutableList.copyOf(tables);
  }

  /** Of one table, or of all where none is named. */
  public static Verification of(OutputFolder folder, Optional<String> table, RowQuery query) {
    List<ResultsTable> tables =
        table.map(name -> List.of(folder.table(name))).orElseGet(folder::tables);
    return new Verification(folder, tables, query);
  }

  /** What the stored files tell without any network. */
  public List<Check> stored() {
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    for (ResultsTable table : tables) {
      CellChecks cells = new CellChecks(folder, table);
      query.in(table).forEach(cell -> checks.addAll(cells.of(cell)));
      if (query.words().isEmpty()) {
        checks.addAll(new TableChecks(folder, table).all());
      }
    }
    return checks.build().stream().distinct().toList(); // rows share files
  }

  /** What made the tables, once for each data set. */
  public List<Provenance> dataSets() {
    Map<String, Provenance> sets = new LinkedHashMap<>();
    tables.forEach(table -> sets.putIfAbsent(table.provenance().dataHash(), table.provenance()));
    return ImmutableList.copyOf(sets.values());
  }

  /** The tests of all cells, each once, by the hash of the data that they need. */
  public List<CellTest> testsOn(String dataHash) {
    Map<String, CellTest> tests = new LinkedHashMap<>();
    for (ResultsTable table : tables) {
      if (table.provenance().dataHash().equals(dataHash)) {
        for (Cell cell : query.in(table)) {
          CellTest.of(folder, cell)
              .forEach(test -> tests.putIfAbsent(test.posteriors().toString(), test));
        }
      }
    }
    return ImmutableList.copyOf(tests.values());
  }

  /** The threads of the first thing that may be done again; all where nobody wrote them down. */
  public int threads() {
    return dataSets().stream()
        .flatMap(made -> testsOn(made.dataHash()).stream())
        .map(CellTest::posteriors)
        .filter(Files::isRegularFile)
        .map(file -> RecordedDevice.of(TensorFile.open(file).metadata()).threads())
        .findFirst()
        .orElseGet(() -> Device.cpu().threads());
  }

  /** The runs that trained the networks of all cells, each once. */
  public List<StoredRun> runsOn(String dataHash) {
    Set<StoredRun> runs = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (CellTest test : testsOn(dataHash)) {
      test.run().filter(run -> names.add(run.name())).ifPresent(runs::add);
    }
    return ImmutableList.copyOf(runs);
  }
}
