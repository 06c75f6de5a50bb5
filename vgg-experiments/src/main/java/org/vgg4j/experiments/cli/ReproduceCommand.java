package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.DryRun;
import org.vgg4j.experiments.Experiment;
import org.vgg4j.experiments.Reproduction;
import org.vgg4j.experiments.Settings;
import org.vgg4j.experiments.SpecTables;
import org.vgg4j.experiments.table.ResultsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg reproduce}. */
@Command(
    name = "reproduce",
    description = "Fills a table of the paper, or one of your own.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Finished stages are kept in the output folder and reused; a killed run goes on.",
      "",
      "Examples:",
      "  vgg reproduce table3",
      "  vgg reproduce table3 --preset mini --data imagenette --out runs/mini --seeds 1,2,3",
      "  vgg reproduce table3 --set training.patience=5",
      "  vgg reproduce mine.yaml --networks mine.txt --dry-run"
    })
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "table1, table2, table3, or a YAML file")
  private String table = "";

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1",
      description = "repeat everything for each seed (default: ${DEFAULT-VALUE})")
  private List<Long> seeds = List.of(1L);

  @Option(names = "--dry-run", description = "print what would be done; write nothing")
  private boolean dryRun;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "md",
      description = "what to print: md, csv, json (default: ${DEFAULT-VALUE})")
  private List<Format> formats = List.of(Format.MD);

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    MD,
    CSV,
    JSON
  }

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    if (table.equals("table1")) {
      terminal.print(SpecTables.configurations().markdown());
    } else if (table.equals("table2")) {
      terminal.print(SpecTables.parameters().markdown());
    } else if (dryRun) {
      terminal.print(new DryRun(experiment(), settings()).text());
    } else {
      print(run(), terminal);
    }
    terminal.flush();
    return 0;
  }

  private ResultsTable run() {
    try (ProgressDisplay display = progress.display(spec.commandLine().getErr())) {
      return new Reproduction(experiment(), settings(), display).run();
    }
  }

  private void print(ResultsTable results, PrintWriter terminal) {
    for (Format format : formats) {
      terminal.print(
          switch (format) {
            case MD -> results.markdown();
            case CSV -> results.csv();
            case JSON -> results.json();
          });
    }
  }

  private Experiment experiment() {
    if (table.equals("table3")) {
      return Experiment.shipped(3);
    }
    if (table.endsWith(".yaml") || table.endsWith(".yml")) {
      return Experiment.read(Path.of(table));
    }
    throw Problem.configuration(
        table, "is no table that can be filled", "use table1, table2, table3 or a YAML file");
  }

  private Settings settings() {
    return options.settings(seeds);
  }
}
