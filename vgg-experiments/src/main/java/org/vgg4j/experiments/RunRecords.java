package org.vgg4j.experiments;

import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.RunDirectory;
import org.vgg4j.train.TrainingListener;
import org.vgg4j.train.Validation;
import org.vgg4j.train.events.TrainingEvents;

/**
 * Passes on what it hears and keeps it in the run directory, for spreadsheets and for TensorBoard.
 * The journal stays the truth: what lies beside it is made anew from it where it can be.
 */
final class RunRecords implements TrainingListener, AutoCloseable {
  private final SummaryFile summary;
  private final TrainingListener listener;
  private final TrainingEvents events;

  RunRecords(RunDirectory directory, TrainingListener listener) {
    this.summary = new SummaryFile(directory);
    this.listener = listener;
    this.events = new TrainingEvents(directory.path());
  }

  /** The same validation, which also tells how the parameters are distributed. */
  Validation withHistograms(Validation validation) {
    return network -> {
      events.parameters(network);
      return validation.errorsOf(network);
    };
  }

  @Override
  public void remark(String text) {
    listener.remark(text);
  }

  @Override
  public void stepDone(Step step) {
    listener.stepDone(step);
    events.stepDone(step);
  }

  @Override
  public void epochDone(EpochSummary epoch) {
    listener.epochDone(epoch);
    events.epochDone(epoch);
    summary.write();
  }

  /** A process that was killed after its last epoch left no summary of it. */
  @Override
  public void close() {
    events.close();
    summary.write();
  }
}
