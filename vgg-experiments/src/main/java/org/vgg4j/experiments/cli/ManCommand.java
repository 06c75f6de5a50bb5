package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vgg4j.core.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg man}. */
@Command(
    name = "man",
    description = "Writes a man page for each command.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg man --out man1 && man ./man1/vgg-reproduce.1",
      "  vgg man --out ~/.local/share/man/man1"
    })
final class ManCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "where to write vgg.1, vgg-reproduce.1 and so on")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int pages = write(spec.root().commandLine());
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf("wrote %d pages to %s%n", pages, out);
    terminal.flush();
    return 0;
  }

  /** Writes the pages of a command and all below it; returns how many. */
  private int write(CommandLine command) {
    ManPage page = new ManPage(command.getCommandSpec());
    AtomicFile.write(out.resolve(page.name() + ".1"), page.roff());
    return 1 + command.getSubcommands().values().stream().mapToInt(this::write).sum();
  }
}
