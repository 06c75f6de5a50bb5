package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import org.vgg4j.experiments.table.Numbers;

/**
 * Plain lines for logs: every task, and every tenth of it unless that is over in a moment, or every
 * minute where a tenth takes longer; with the time left at the pace so far.
 */
final class TransferLines implements TransferDisplay {
  private static final int LINES_PER_TASK = 10;
  private static final double SECONDS_BETWEEN_LINES = 2;
  private static final double SECONDS_WITHOUT_LINE = 60;

  private final PrintWriter out;
  private final Amount amount;
  private String task = "";
  private long total;
  private long done;
  private long linesPrinted;
  private long lastLine;
  private long started;

  TransferLines(PrintWriter out, Amount amount) {
    this.out = out;
    this.amount = amount;
  }

  @Override
  public synchronized void starts(String newTask, long bytes) {
    task = newTask;
    total = Math.max(1, bytes);
    done = 0;
    linesPrinted = 0;
    started = System.nanoTime();
    print(task + ", " + amount.text(bytes));
  }

  @Override
  public synchronized void moved(long bytes) {
    done += bytes;
    long lines = done * LINES_PER_TASK / total;
    double silence = secondsSince(lastLine);
    boolean tenth = lines > linesPrinted && silence >= SECONDS_BETWEEN_LINES;
    if (done < total && (tenth || silence >= SECONDS_WITHOUT_LINE)) {
      linesPrinted = lines;
      double secondsLeft = secondsSince(started) * (total - done) / done;
      print(task + " " + 100 * done / total + "%, eta " + Numbers.duration(secondsLeft));
    }
  }

  private static double secondsSince(long time) {
    return (System.nanoTime() - time) / 1e9;
  }

  private void print(String line) {
    out.println(line);
    out.flush();
    lastLine = System.nanoTime();
  }

  @Override
  public void close() {
    out.flush();
  }
}
