package org.vgg4j.experiments.cli;

import java.util.Locale;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Stage;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/** Progress as one bar a stage on a terminal, with the time that is left. */
final class ProgressBars implements ProgressDisplay {
  private @Nullable ProgressBar bar;
  private String stageNumber = "";

  @Override
  public void stageStarts(Stage stage, int index, int stages, boolean finished) {
    stageNumber = String.format("[%d/%d] ", index + 1, stages);
    if (finished) {
      close();
      bar = bar(stageNumber + nameOf(stage), 1);
      bar.setExtraMessage("trained before").step();
    }
  }

  @Override
  public TrainingListener trainingOf(Stage stage) {
    return new Training(stage);
  }

  @Override
  public IntConsumer testingOf(Stage stage, TestProtocol protocol, int images) {
    close();
    ProgressBar testing = bar("test " + nameOf(stage), images);
    bar = testing;
    return testing::stepBy;
  }

  private static String nameOf(Stage stage) {
    return stage.network().name() + " S=" + stage.scale();
  }

  private static ProgressBar bar(String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private final class Training implements TrainingListener {
    private final Stage stage;
    private String validation = "";

    Training(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void stepDone(Step step) {
      long steps = (long) step.steps() * stage.phase().epochs();
      if (bar == null || bar.getMax() != steps) {
        close();
        bar = bar(stageNumber + nameOf(stage), steps);
      }
      bar.stepTo((long) step.epoch() * step.steps() + step.number() + 1);
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              " loss %.3f %.0f images/s%s",
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
