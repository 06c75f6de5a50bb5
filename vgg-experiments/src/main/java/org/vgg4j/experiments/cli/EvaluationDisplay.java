package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import org.vgg4j.eval.EvaluationProgress;

/** Shows how an evaluation goes, and ends it when a signal asks for that. */
final class EvaluationDisplay implements EvaluationProgress, AutoCloseable {
  private final TransferDisplay display;
  private final PrintWriter err;
  private final StopOnSignal stop;
  private long left;
  private boolean started;

  /**
   * Shows nothing yet.
   *
   * @param passes how many there will be
   */
  EvaluationDisplay(TransferDisplay display, PrintWriter err, StopOnSignal stop, long passes) {
    this.display = display;
    this.err = err;
    this.stop = stop;
    this.left = passes;
  }

  @Override
  public void done(int passes) {
    if (!started) {
      display.starts("testing", left);
      started = true;
    }
    display.moved(passes);
    stop.check();
  }

  /** What an earlier run did took no time in this one. */
  @Override
  public void kept(int passes) {
    remark("going on: " + passes + " of " + left + " passes were done before");
    left -= passes;
  }

  @Override
  public void remark(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    display.close();
  }
}
