package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Option;

/** The option {@code --progress}; the launcher says whether standard error is a terminal. */
final class ProgressOption {
  @Option(
      names = "--progress",
      defaultValue = "auto",
      description = "auto, bar, log or none (default: ${DEFAULT-VALUE}: a bar on a terminal)")
  private Kind kind = Kind.AUTO;

  private enum Kind {
    AUTO,
    BAR,
    LOG,
    NONE
  }

  ProgressDisplay display(PrintWriter out) {
    return switch (kind) {
      case AUTO -> isTerminal() ? new ProgressBars() : new ProgressLines(out);
      case BAR -> new ProgressBars();
      case LOG -> new ProgressLines(out);
      case NONE -> new ProgressLines(new PrintWriter(Writer.nullWriter()));
    };
  }

  TransferDisplay transfer(PrintWriter out) {
    return switch (kind) {
      case AUTO -> isTerminal() ? new TransferBars() : new TransferLines(out);
      case BAR -> new TransferBars();
      case LOG -> new TransferLines(out);
      case NONE -> new TransferLines(new PrintWriter(Writer.nullWriter()));
    };
  }

  private static boolean isTerminal() {
    return Boolean.getBoolean("vgg.terminal") && System.getenv("CI") == null;
  }
}
