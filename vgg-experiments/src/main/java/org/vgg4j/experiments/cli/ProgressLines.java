package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Stage;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/**
 * Progress as plain lines, for logs: every stage and test, epochs and, where those are long, steps
 * between them, but not too often.
 */
final class ProgressLines implements ProgressDisplay {
  private static final double SECONDS_BETWEEN_EPOCHS = 5;
  private static final double SECONDS_BETWEEN_STEPS = 60;

  private final PrintWriter out;
  private final RunProgress progress = new RunProgress();
  private double lastLine;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void remark(String text) {
    print(text);
  }

  @Override
  public void trainingStarts(List<Stage> stages, List<Stage> finished) {
    progress.start(stages, finished);
    print(stages.size() + " stages, " + finished.size() + " of them trained before");
  }

  @Override
  public TrainingListener stageStarts(Stage stage) {
    return new Epochs(stage);
  }

  @Override
  public void stageDone(Stage stage) {
    progress.stageDone(stage);
    print(RunProgress.nameOf(stage) + " trained, " + progress.stagesText());
  }

  @Override
  public IntConsumer testStarts(String network, TestProtocol protocol, int images) {
    print("testing " + network + " by " + protocol + ", " + images + " images");
    return done -> {};
  }

  private synchronized void print(String line) {
    out.println(Numbers.duration(progress.seconds()) + " " + line);
    out.flush();
  }

  private synchronized boolean isTimeForLine(double pause) {
    boolean time = progress.seconds() - lastLine >= pause;
    if (time) {
      lastLine = progress.seconds();
    }
    return time;
  }

  @Override
  public void close() {
    out.flush();
  }

  private final class Epochs implements TrainingListener {
    private final Stage stage;

    Epochs(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void remark(String text) {
      print(text);
    }

    @Override
    public void stepDone(Step step) {
      progress.stepDone(stage, step);
      if (isTimeForLine(SECONDS_BETWEEN_STEPS)) {
        print(
            String.format(
                Locale.ROOT,
                "%s %s step %d/%d loss %.3f %.0f images/s, epoch eta %s, run eta %s",
                RunProgress.nameOf(stage),
                RunProgress.epochText(stage, step.epoch()),
                step.number() + 1,
                step.steps(),
                step.loss(),
                step.imagesPerSecond(),
                Numbers.duration(RunProgress.secondsLeftOfEpoch(stage, step)),
                Numbers.duration(progress.secondsLeft())));
      }
    }

    @Override
    public void epochDone(EpochSummary epoch) {
      if (isTimeForLine(SECONDS_BETWEEN_EPOCHS)) {
        print(
            String.format(
                Locale.ROOT,
                "%s %s loss %.3f train %.1f%% val %.1f%%/%.1f%% rate %.2g %.0f images/s"
                    + " data wait %.0f%%, run eta %s",
                RunProgress.nameOf(stage),
                RunProgress.epochText(stage, epoch.epoch()),
                epoch.loss(),
                epoch.trainError(),
                epoch.validationTop1(),
                epoch.validationTop5(),
                epoch.rate(),
                epoch.imagesPerSecond(),
                100 * epoch.dataWait(),
                Numbers.duration(progress.secondsLeft())));
      }
    }
  }
}
