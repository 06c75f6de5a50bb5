package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.vgg4j.core.Problem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints a problem as its one line and turns it into an exit code. */
final class ProblemPrinter implements IExecutionExceptionHandler {
  private static final int INTERRUPTED = 130;

  /** EX_SOFTWARE of sysexits.h. */
  private static final int INTERNAL_ERROR = 70;

  private final Vgg vgg;

  ProblemPrinter(Vgg vgg) {
    this.vgg = vgg;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (vgg.debug) {
      exception.printStackTrace(err);
    }
    if (exception instanceof Problem problem) {
      err.println("vgg: " + problem.getMessage());
      for (Throwable further : problem.getSuppressed()) {
        err.println("vgg: " + further.getMessage());
      }
      return problem.kind().exitCode();
    }
    if (exception instanceof CancellationException) {
      return INTERRUPTED; // whoever stopped it tells
    }
    err.println("vgg: internal error: " + exception + "; run again with --debug and report it");
    return INTERNAL_ERROR;
  }
}
