package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Stage;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener;

/** Progress as plain lines, for logs: every stage and test, and epochs, but not too often. */
final class ProgressLines implements ProgressDisplay {
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintWriter out;
  private final long started = System.nanoTime();

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void stageStarts(Stage stage, int index, int stages, boolean finished) {
    print(
        String.format(
            "[%d/%d] %s at S=%s, seed %d%s",
            index + 1,
            stages,
            stage.network().name(),
            stage.scale(),
            stage.seed(),
            finished ? ": trained before" : ""));
  }

  @Override
  public TrainingListener trainingOf(Stage stage) {
    return new Epochs(stage);
  }

  @Override
  public IntConsumer testingOf(Stage stage, TestProtocol protocol, int images) {
    print(
        String.format(
            "testing %s at S=%s by %s, %d images",
            stage.network().name(), stage.scale(), protocol, images));
    return done -> {};
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  private void print(String line) {
    out.println(Numbers.duration(seconds()) + " " + line);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }

  private final class Epochs implements TrainingListener {
    private final Stage stage;
    private final double start = seconds();
    private double last = seconds();
    private int epochs;

    Epochs(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void stepDone(Step step) {}

    @Override
    public void epochDone(EpochSummary epoch) {
      epochs++;
      boolean isLast = epoch.epoch() + 1 == stage.phase().epochs();
      if (!isLast && seconds() - last < SECONDS_BETWEEN_LINES) {
        return;
      }
      last = seconds();
      double left = (last - start) / epochs * (stage.phase().epochs() - epoch.epoch() - 1);
      print(
          String.format(
              Locale.ROOT,
              "  epoch %d/%d loss %.3f train %.1f%% val %.1f%%/%.1f%% rate %.2g %.0f images/s"
                  + " data wait %.0f%% eta %s",
              epoch.epoch() + 1,
              stage.phase().epochs(),
              epoch.loss(),
              epoch.trainError(),
              epoch.validationTop1(),
              epoch.validationTop5(),
              epoch.rate(),
              epoch.imagesPerSecond(),
              100 * epoch.dataWait(),
              Numbers.duration(left)));
    }
  }
}
