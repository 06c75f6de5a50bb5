package org.vgg4j.experiments.cli;

import java.io.PrintWriter;

/** Plain lines for logs: every task, and every tenth of it unless that is over in a moment. */
final class TransferLines implements TransferDisplay {
  private static final int LINES_PER_TASK = 10;
  private static final double SECONDS_BETWEEN_LINES = 2;

  private final PrintWriter out;
  private final Amount amount;
  private String task = "";
  private long total;
  private long done;
  private long linesPrinted;
  private long lastLine;

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
    print(task + ", " + amount.text(bytes));
  }

  @Override
  public synchronized void moved(long bytes) {
    done += bytes;
    long lines = done * LINES_PER_TASK / total;
    boolean soon = System.nanoTime() - lastLine < SECONDS_BETWEEN_LINES * 1e9;
    if (lines > linesPrinted && lines < LINES_PER_TASK && !soon) {
      linesPrinted = lines;
      print(task + " " + 100 * done / total + "%");
    }
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
