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
      case AUTO -> isTerminal() ? new ProgressBars(out) : new ProgressLines(out);
      case BAR -> new ProgressBars(out);
      case LOG -> new ProgressLines(out);
      case NONE -> new ProgressLines(new PrintWriter(Writer.nullWriter()));
    };
  }

  /** Shows how bytes are moved. */
  TransferDisplay transfer(PrintWriter out) {
    return tasks(out, Amount.BYTES);
  }

  /** Shows how images are worked through. */
  TransferDisplay images(PrintWriter out) {
    return tasks(out, Amount.IMAGES);
  }

  /** Shows how images pass through a network. */
  TransferDisplay passes(PrintWriter out) {
    return tasks(out, Amount.PASSES);
  }

  private TransferDisplay tasks(PrintWriter out, Amount amount) {
    return switch (kind) {
      case AUTO -> isTerminal() ? new TransferBars(amount) : new TransferLines(out, amount);
      case BAR -> new TransferBars(amount);
      case LOG -> new TransferLines(out, amount);
      case NONE -> new TransferLines(new PrintWriter(Writer.nullWriter()), amount);
    };
  }

  private static boolean isTerminal() {
    return Boolean.getBoolean("vgg.terminal") && System.getenv("CI") == null;
  }
}
