package org.vgg4j.train;

/**
 * Where a training stands between two epochs: all that a resumed run needs besides parameters and
 * momentum, since every random choice hangs on the seed, the epoch and the iteration.
 *
 * @param schedule the learning rate and what it has seen
 * @param iterations SGD steps done
 */
public record TrainingState(LearningRateSchedule schedule, long iterations) {

  /** Before the first epoch. */
  static TrainingState start(Phase phase) {
    return new TrainingState(LearningRateSchedule.start(phase), 0);
  }

  /** Epochs completed. */
  int epoch() {
    return schedule.epochsDone();
  }
}
