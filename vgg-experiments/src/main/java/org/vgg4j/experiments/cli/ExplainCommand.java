package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.aid.Explanation;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.aid.RowQuery;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.ResultsTable;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg explain}. */
@Command(
    name = "explain",
    description = "Tells what made a cell of a table: files, trainings, data, versions, commands.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "S and Q are ours or the paper's. Without a row, or where several match, lists them.",
      "",
      "Examples:",
      "  vgg explain out table3",
      "  vgg explain out table3 D 256",
      "  vgg explain out table4 D/256 'dense|Q=32,37,41|flip'",
      "  vgg explain out table6 'D & E, dense' --json"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "an output folder")
  private Path out = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TABLE",
      completionCandidates = Candidates.Experiments.class,
      description = "such as table3")
  private String table = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ROW",
      description = "a row's name, then S, Q or the protocol where several have that name")
  private List<String> row = List.of();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputFolder folder = OutputFolder.at(out);
    ResultsTable results = folder.table(table);
    List<Cell> cells = new RowQuery(row).in(results);
    PrintWriter terminal = spec.commandLine().getOut();
    if (cells.size() > 1) {
      terminal.print(rows(cells).markdown());
      terminal.flush();
      return listed(cells);
    }
    Explanation explanation = Explanation.of(folder, results, cells.get(0));
    terminal.print(json ? Json.of(explanation) : ExplanationText.of(explanation));
    terminal.flush();
    return 0;
  }

  /** A list is an answer only to who asked for no row. */
  private int listed(List<Cell> cells) {
    if (row.isEmpty()) {
      return 0;
    }
    throw Problem.configuration(
        table + " " + String.join(" ", row),
        cells.size() + " rows match",
        "add the S, the Q or the protocol of one");
  }

  private static TextTable rows(List<Cell> cells) {
    TextTable rows = new TextTable("row", "S", "Q", "protocol", "filled by");
    for (Cell cell : cells) {
      rows.row(cell.label(), cell.trainScale(), cell.testScale(), cell.protocol(), cell.source());
    }
    return rows;
  }
}
