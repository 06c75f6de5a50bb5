package org.vgg4j.train;

/**
 * Where a training stands between two steps: all that a resumed run needs besides parameters and
 * momentum, since every random choice hangs on the seed, the epoch and the iteration.
 *
 * @param schedule the learning rate and what it has seen
 * @param iterations SGD steps done
 * @param best the lowest validation error so far, in percent; infinite before the first
 * @param epoch what the steps of the present epoch add up to
 * @param layers how the layers stood at the end of the last epoch's steps
 */
public record TrainingState(
    LearningRateSchedule schedule,
    long iterations,
    double best,
    EpochTotals epoch,
    LayerReport layers) {

  /** Before the first step. */
  static TrainingState start(Phase phase) {
    return new TrainingState(
        LearningRateSchedule.start(phase),
        0,
        Double.POSITIVE_INFINITY,
        EpochTotals.NONE,
        LayerReport.NONE);
  }

  /** Epochs completed. */
  int epochsDone() {
    return schedule.epochsDone();
  }

  /** After more steps of the same epoch, which these are the sums of. */
  TrainingState within(EpochTotals totals) {
    return new TrainingState(
        schedule, iterations + totals.steps() - epoch.steps(), best, totals, layers);
  }

  /** With a look at the layers. */
  TrainingState with(LayerReport report) {
    return new TrainingState(schedule, iterations, best, epoch, report);
  }

  /** After the whole epoch and its validation. */
  TrainingState after(Validation.Errors errors) {
    return new TrainingState(
        schedule.after(errors.top1()),
        iterations,
        Math.min(best, errors.top1()),
        EpochTotals.NONE,
        layers);
  }
}
