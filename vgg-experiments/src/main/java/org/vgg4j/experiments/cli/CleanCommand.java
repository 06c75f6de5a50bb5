package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.experiments.RunStore;
import org.vgg4j.experiments.aid.Cleaning;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.aid.Removal;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg clean}. */
@Command(
    name = "clean",
    description = "Removes what no table of an output folder needs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Finished runs that no table is made of and no other run starts from, and temporary files.",
      "Shows them with their sizes and asks first. Where a claim is about rows of which nobody",
      "can tell the runs, such as another file's, every finished run is kept.",
      "",
      "Examples:",
      "  vgg clean --dry-run",
      "  vgg clean runs/mini --checkpoints --yes"
    })
final class CleanCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "OUT",
      defaultValue = "out",
      description = "an output folder (default: ${DEFAULT-VALUE})")
  private List<Path> out = List.of();

  @Option(names = "--checkpoints", description = "the checkpoints of finished runs too")
  private boolean checkpoints;

  @Option(names = "--interrupted", description = "unfinished runs that no table needs too")
  private boolean interrupted;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(names = "--dry-run", description = "show what would be removed; remove nothing")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputFolder.at(out.get(0)).checkOurs(); // no lock is left in other folders
    try (RunStore held = RunStore.open(out.get(0))) {
      OutputFolder folder = OutputFolder.at(held.file(""));
      Cleaning cleaning = new Cleaning(folder, new Cleaning.Scope(checkpoints, interrupted));
      return clean(cleaning, cleaning.removals());
    }
  }

  private int clean(Cleaning cleaning, List<Removal> removals) {
    long bytes = removals.stream().mapToLong(Removal::bytes).sum();
    String sum = removals.size() + " places, " + Numbers.bytes(bytes);
    if (removals.isEmpty()) {
      print("nothing to remove\n");
      return 0;
    }
    print(list(removals).markdown() + "\n" + sum + "\n");
    if (!dryRun && (yes || agreed(sum))) {
      removals.forEach(cleaning::remove);
      print("removed\n");
    }
    return 0;
  }

  private boolean agreed(String sum) {
    return Question.here(spec.commandLine().getErr()).agreed("remove " + sum + " for good?");
  }

  private static TextTable list(List<Removal> removals) {
    TextTable table = new TextTable("path", "why", "size");
    removals.forEach(r -> table.row(r.path(), r.why(), Numbers.bytes(r.bytes())));
    return table;
  }

  private void print(String text) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(text);
    terminal.flush();
  }
}
