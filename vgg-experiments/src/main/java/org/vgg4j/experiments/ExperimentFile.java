package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.YamlInspection;
import org.vgg4j.experiments.Claim.Expectation;

/**
 * An experiment as it is written: its rows one by one, as a grid, or both.
 *
 * @param grid rows below the others, for every combination of what it lists
 */
record ExperimentFile(
    String table,
    String caption,
    @Nullable List<String> stagesOf,
    @Nullable List<Row> rows,
    @Nullable Grid grid,
    @Nullable List<Claim> claims) {

  /** A sound one, from which what is wrong in another is put right to find what else is. */
  private static final ExperimentFile EXAMPLE =
      new ExperimentFile(
          "example",
          "Example",
          ImmutableList.of("table3"),
          ImmutableList.of(Row.of("A", new Training("256", null), "dense|Q=256", null)),
          new Grid(
              ImmutableList.of("B"),
              ImmutableList.of("256"),
              ImmutableList.of("dense|Q=256"),
              null),
          ImmutableList.of(new Claim("B is better", "4.1", "B/256", "A/256", Expectation.LOWER)));

  ExperimentFile {
    TableName.of(table);
    checkArgument(rows != null || grid != null, "rows: an experiment has rows, a grid, or both");
    checkArgument(rows == null || !rows.isEmpty(), "rows: an experiment has at least one row");
    if (rows != null && grid != null) {
      checkDifferent(rows, grid);
    }
  }

  private static void checkDifferent(List<Row> rows, Grid grid) {
    List<String> labels = rows.stream().map(Row::label).toList();
    for (Row row : grid.rows()) {
      checkArgument(
          !labels.contains(row.label()), "grid: makes %s, which rows has too", row.label());
    }
  }

  /** An experiment of this program, which is sound. */
  static Experiment shipped(String name) {
    return StrictYaml.shipped(ExperimentFile.class, name, ExperimentFile.class).experiment();
  }

  /**
   * Reads a file.
   *
   * @throws Problem for the first thing that is wrong, with all others as suppressed ones
   */
  static Experiment read(Path file) {
    try {
      return StrictYaml.read(file, ExperimentFile.class).experiment();
    } catch (Problem first) {
      List<Problem> all = YamlInspection.of(file, EXAMPLE);
      if (all.size() < 2) {
        throw first;
      }
      throw Problem.together(all);
    }
  }

  private Experiment experiment() {
    Stream<Row> single = rows == null ? Stream.empty() : rows.stream();
    Stream<Row> many = grid == null ? Stream.empty() : grid.rows().stream();
    return new Experiment(table, caption, stagesOf, Stream.concat(single, many).toList(), claims);
  }
}
