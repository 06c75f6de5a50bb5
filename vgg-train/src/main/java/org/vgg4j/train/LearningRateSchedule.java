package org.vgg4j.train;

/**
 * Where the learning rate of a training stands between two epochs: a pure value, stored in every
 * checkpoint. The rule that moves it is the phase's {@link Course}.
 *
 * @param phase what governs the rate
 * @param epochsDone epochs completed
 * @param dropsDone drops so far
 * @param best the lowest validation error so far that counted as better, in percent
 * @param epochsSinceBest epochs since that, or since the last drop; below 0 in a cooldown
 */
public record LearningRateSchedule(
    Phase phase, int epochsDone, int dropsDone, double best, int epochsSinceBest) {

  /** The schedule before the first epoch. */
  public static LearningRateSchedule start(Phase phase) {
    return new LearningRateSchedule(phase, 0, 0, Double.POSITIVE_INFINITY, 0);
  }

  /** The learning rate of the next epoch. */
  public double rate() {
    return phase.course().rate(this);
  }

  /** Whether there is no next epoch. */
  public boolean finished() {
    return epochsDone >= phase.epochs() || phase.course().endsEarly(this);
  }

  /** The schedule after one more epoch, which ended in that validation error in percent. */
  public LearningRateSchedule after(double validationError) {
    return phase.course().next(this, validationError);
  }

  /** One epoch more, for rules that the error does not move. */
  LearningRateSchedule seen(double validationError) {
    boolean better = validationError < best;
    return new LearningRateSchedule(
        phase,
        epochsDone + 1,
        dropsDone,
        better ? validationError : best,
        better ? 0 : epochsSinceBest + 1);
  }
}
