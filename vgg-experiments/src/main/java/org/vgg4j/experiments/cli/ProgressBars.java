package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Stage;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/**
 * Progress on a terminal: one bar for all trainings, with the time left of the run and of the
 * epoch, and one for each test.
 */
final class ProgressBars implements ProgressDisplay {
  private static final int PARTS = 1000;

  private final PrintWriter out;
  private final RunProgress progress = new RunProgress();
  private @Nullable ProgressBar training;
  private String validation = "";

  ProgressBars(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void remark(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void trainingStarts(List<Stage> stages, List<Stage> finished) {
    progress.start(stages, finished);
    training = bar("training", PARTS).hideEta().build(); // it takes a resumed run for a fast one
  }

  @Override
  public TrainingListener stageStarts(Stage stage) {
    return new Training(stage);
  }

  @Override
  public void stageDone(Stage stage) {
    progress.stageDone(stage);
    show(progress.stagesText());
  }

  @Override
  public synchronized IntConsumer testStarts(String network, TestProtocol protocol, int images) {
    close();
    ProgressBar testing = bar("testing " + network, images).build();
    return done -> {
      testing.stepBy(done);
      if (testing.getCurrent() == images) {
        testing.close();
      }
    };
  }

  private static ProgressBarBuilder bar(String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200);
  }

  private synchronized void show(String message) {
    if (training != null) {
      training.stepTo(Math.round(PARTS * progress.share()));
      training.setExtraMessage(" " + message);
    }
  }

  @Override
  public synchronized void close() {
    if (training != null) {
      training.close();
      training = null;
    }
  }

  private final class Training implements TrainingListener {
    private final Stage stage;

    Training(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void remark(String text) {
      ProgressBars.this.remark(text);
    }

    @Override
    public void stepDone(Step step) {
      progress.stepDone(stage, step);
      show(
          String.format(
              Locale.ROOT,
              "eta %s, %s eta %s, %s, %s loss %.3f %.0f images/s%s", // narrow terminals cut the end
              Numbers.duration(progress.secondsLeft()),
              RunProgress.epochText(stage, step.epoch()),
              Numbers.duration(RunProgress.secondsLeftOfEpoch(stage, step)),
              progress.stagesText(),
              RunProgress.nameOf(stage),
              step.loss(),
              step.imagesPerSecond(),
              validation));
    }

    @Override
    public void epochDone(EpochSummary epoch) {
      validation = String.format(Locale.ROOT, " val %.1f%%", epoch.validationTop1());
    }
  }
}
