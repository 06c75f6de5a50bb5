package org.vgg4j.experiments.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal for each task, with its speed and the time left. */
final class TransferBars implements TransferDisplay {
  private final Amount amount;
  private @Nullable ProgressBar bar;

  TransferBars(Amount amount) {
    this.amount = amount;
  }

  @Override
  public synchronized void starts(String task, long bytes) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes)
            .setUnit(amount.unit(), amount.unitSize())
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .build();
  }

  @Override
  public synchronized void moved(long bytes) {
    if (bar != null) {
      bar.stepBy(bytes);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
