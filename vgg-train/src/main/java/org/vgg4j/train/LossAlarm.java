package org.vgg4j.train;

import java.util.Locale;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.train.LossWatch.Finding;

/** Tells when a training goes nowhere, and why as far as the scales of its layers show it. */
final class LossAlarm {
  private final TrainingRun run;
  private final TrainingListener listener;
  private final boolean abortOnPlateau;
  private final LossWatch losses;

  LossAlarm(TrainingRun run, TrainingListener listener, boolean abortOnPlateau) {
    this.run = run;
    this.listener = listener;
    this.abortOnPlateau = abortOnPlateau;
    this.losses = new LossWatch(run.task().network().classes());
  }

  /**
   * Hears of a step.
   *
   * @throws Problem if the training can't or should not go on
   */
  void hear(double loss, MiniBatch batch, long iteration) {
    losses
        .add(loss)
        .ifPresent(finding -> raise(finding, what(finding, loss, iteration), batch, iteration));
  }

  private void raise(Finding finding, String what, MiniBatch batch, long iteration) {
    Diagnosis diagnosis = new Diagnosis(run.network().scales(batch, iteration));
    AtomicFile.write(run.directory().diagnosis(), diagnosis.csv());
    String wrong = what + ": " + diagnosis.text();
    if (finding != Finding.PLATEAU || abortOnPlateau) {
      throw Problem.checkFailed(run.toString(), wrong, remedy(finding));
    }
    listener.remark(run + ": " + wrong + "; " + remedy(finding));
  }

  private String what(Finding finding, double loss, long iteration) {
    return switch (finding) {
      case NOT_FINITE -> "the loss became " + loss + " at iteration " + iteration;
      case DIVERGING -> "the loss has risen to " + loss + " at iteration " + iteration;
      case PLATEAU ->
          String.format(
              Locale.ROOT, "the loss stays at %.3f, where guessing puts it", losses.guessing());
    };
  }

  private String remedy(Finding finding) {
    String others = "; " + run.directory().diagnosis().getFileName() + " lists all layers";
    return (finding == Finding.PLATEAU
            ? "start from a trained A as the paper does, or with initialization he"
            : "lower the learning rate or choose another initialisation")
        + others;
  }
}
