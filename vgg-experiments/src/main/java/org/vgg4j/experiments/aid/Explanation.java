package org.vgg4j.experiments.aid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.Result.Published;
import org.vgg4j.experiments.table.ResultsTable;

/**
 * What made a cell, as far as the folder still tells.
 *
 * @param table the name of its table
 * @param preset at which size the table was run
 * @param cell its row: protocol, errors, the paper's errors, deviations
 * @param provenance what made the table
 * @param tests whose posteriors the errors were counted on, seed by seed
 * @param trainings that made the networks, each after those it starts from
 * @param commands that make it anew and verify it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    String table,
    String preset,
    Cell cell,
    Provenance provenance,
    List<Tested> tests,
    List<Trained> trainings,
    List<String> commands) {
  public Explanation {
    tests = ImmutableList.copyOf(tests);
    trainings = ImmutableList.copyOf(trainings);
    commands = ImmutableList.copyOf(commands);
  }

  /**
   * A test.
   *
   * @param weights the file
   * @param weightsSha256 of that file now; null where it is gone
   * @param testedSha256 of the file that was tested, by the posteriors; null where they are gone
   * @param posteriors the file
   * @param posteriorsSha256 of that file now; null where it is gone
   * @param madeBy version, TensorFlow and device of the test; empty where unknown
   * @param published the file that weights which were not trained here come from; null for ours
   * @param importedFrom what their import keeps of that file; empty for ours
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Tested(
      long seed,
      String network,
      String trainScale,
      String protocol,
      String weights,
      @Nullable String weightsSha256,
      @Nullable String testedSha256,
      String posteriors,
      @Nullable String posteriorsSha256,
      String madeBy,
      @Nullable Published published,
      String importedFrom) {}

  /**
   * A training.
   *
   * @param run the name of its folder
   * @param state how it stands now
   * @param network the line of the network; empty where the spec can't be read
   * @param start where its layers start
   * @param seconds that it took
   * @param madeBy version, TensorFlow and device; empty where unknown
   */
  public record Trained(
      String run,
      RunState state,
      String network,
      String trainScale,
      long seed,
      String start,
      int epochs,
      long iterations,
      double seconds,
      String madeBy) {}

  /** Explains a row. */
  public static Explanation of(OutputFolder folder, ResultsTable table, Cell cell) {
    List<CellTest> tests = CellTest.of(folder, cell);
    Lineage lineage = new Lineage(folder);
    Set<StoredRun> runs = new LinkedHashSet<>();
    tests.forEach(test -> test.run().ifPresent(run -> runs.addAll(lineage.chainOf(run))));
    return new Explanation(
        table.name(),
        table.preset(),
        cell,
        table.provenance(),
        tests.stream().map(test -> TestedFiles.of(folder, test)).toList(),
        runs.stream().map(run -> TrainedRun.of(folder, run)).toList(),
        new CellCommands(folder, table, cell).all());
  }
}
