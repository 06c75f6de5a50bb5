package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.experiments.aid.FolderListing;
import org.vgg4j.experiments.aid.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg ls}. */
@Command(
    name = "ls",
    description = "Lists the runs and tables of an output folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Errors are top-1 errors of the validation images by one central crop, in percent.",
      "",
      "Examples:",
      "  vgg ls",
      "  vgg ls runs/mini --json"
    })
final class ListCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "OUT",
      defaultValue = "out",
      description = "an output folder (default: ${DEFAULT-VALUE})")
  private List<Path> out = List.of();

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    FolderListing listing = FolderListing.of(OutputFolder.at(out.get(0)));
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(
        json ? Json.of(listing) : new ListingText(listing, Clock.systemUTC().instant()).text());
    terminal.flush();
    return 0;
  }
}
