package org.vgg4j.train;

import java.time.Duration;
import java.util.Optional;
import org.vgg4j.core.graph.MiniBatch;
import org.vgg4j.core.graph.StepResult;
import org.vgg4j.data.batch.ClosableIterator;
import org.vgg4j.train.TrainingListener.Step;

/** The steps and epochs of a run: heard, watched, and saved from time to time. */
final class TrainingLoop {
  private final TrainingRun run;
  private final TrainingListener listener;
  private final Safeguards safeguards;
  private final Checkpoints checkpoints;
  private final LossAlarm alarm;
  private long lastSaved = System.nanoTime();

  TrainingLoop(TrainingRun run, TrainingListener listener, Safeguards safeguards) {
    this.run = run;
    this.listener = listener;
    this.safeguards = safeguards;
    this.checkpoints = run.checkpoints();
    this.alarm = new LossAlarm(run, listener, safeguards.abortOnPlateau());
  }

  /** Where an earlier process left the training, if there was one. */
  Optional<TrainingState> restored() {
    return checkpoints.restore(listener::remark);
  }

  /**
   * Trains and validates an epoch, or the rest of one.
   *
   * @param begun a state at the beginning of an epoch, or within it
   * @return the state after it
   */
  TrainingState epoch(TrainingState begun, Validation validation) {
    EpochMeter meter = new EpochMeter(begun.epoch());
    TrainingState trained = steps(begun, meter);
    Validation.Errors errors = validation.errorsOf(run.network());
    EpochSummary summary = EpochSummary.of(trained, meter, errors);
    run.directory().journal().append(summary);
    if (errors.top1() < trained.best()) {
      checkpoints.saveBest();
    }
    TrainingState after = trained.after(errors);
    save(after);
    checkpoints.keep(trained.epochsDone(), safeguards.keep());
    listener.epochDone(summary);
    return after;
  }

  private TrainingState steps(TrainingState begun, EpochMeter meter) {
    TrainingState state = begun;
    try (ClosableIterator<MiniBatch> images =
        run.batches().epoch(begun.epochsDone(), begun.epoch().steps())) {
      while (true) {
        long waiting = System.nanoTime();
        if (!images.hasNext()) {
          return state;
        }
        MiniBatch batch = images.next();
        meter.waitedForData(System.nanoTime() - waiting);
        state = step(state, batch, meter);
        saveIfDue(state);
      }
    }
  }

  private TrainingState step(TrainingState state, MiniBatch batch, EpochMeter meter) {
    float rate = (float) state.schedule().rate();
    StepResult result = run.network().step(batch, state.iterations(), rate);
    alarm.hear(result.loss(), batch, state.iterations());
    meter.add(result, batch.count());
    TrainingState after = state.within(meter.totals());
    if (after.epoch().steps() == run.batches().batchesPerEpoch()) {
      after = after.with(LayerReport.of(run.network(), batch, state.iterations()));
    }
    listener.stepDone(
        new Step(
            after.epochsDone(),
            after.epoch().steps() - 1,
            run.batches().batchesPerEpoch(),
            result.loss(),
            meter.imagesPerSecond()));
    return after;
  }

  private void saveIfDue(TrainingState state) {
    boolean stop = safeguards.stop().isOn();
    Duration sinceLast = Duration.ofNanos(System.nanoTime() - lastSaved);
    if (stop || safeguards.isDue(state.epoch().steps(), sinceLast)) {
      save(state);
    }
    if (stop) {
      throw new TrainingStopped(run.directory(), state);
    }
  }

  private void save(TrainingState state) {
    checkpoints.save(state);
    lastSaved = System.nanoTime();
  }
}
