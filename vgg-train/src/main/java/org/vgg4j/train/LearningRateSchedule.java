package org.vgg4j.train;

/**
 * The state of a learning rate that falls on plateaus (section 3.1): a pure value, stored in every
 * checkpoint. The rate is {@code learningRate / divisor^dropsDone}.
 *
 * <p>After each epoch {@link #after} is told the validation error. When {@code patience} epochs in
 * a row bring no error below the best so far, the rate drops and the count starts anew. The paper's
 * rate always dropped three times, so drop n comes at the latest after {@code epochs * (1 - 3^-n)}
 * epochs: a training that is too short for its plateaus still ends at the lowest rate. It ends at
 * {@code epochs}, or when the patience runs out after the last drop.
 *
 * @param phase what governs the rate
 * @param epochsDone epochs completed
 * @param dropsDone drops so far
 * @param best the lowest validation error so far, in percent
 * @param epochsSinceBest epochs since that, or since the last drop
 */
public record LearningRateSchedule(
    Phase phase, int epochsDone, int dropsDone, double best, int epochsSinceBest) {

  /** The schedule before the first epoch. */
  public static LearningRateSchedule start(Phase phase) {
    return new LearningRateSchedule(phase, 0, 0, Double.POSITIVE_INFINITY, 0);
  }

  /** The learning rate of the next epoch. */
  public double rate() {
    return phase.learningRate() / Math.pow(phase.divisor(), dropsDone);
  }

  /** Whether there is no next epoch. */
  public boolean finished() {
    return epochsDone >= phase.epochs()
        || (dropsDone == phase.drops() && epochsSinceBest >= phase.patience());
  }

  /** The schedule after one more epoch, which ended in that validation error in percent. */
  public LearningRateSchedule after(double validationError) {
    int done = epochsDone + 1;
    int waited = validationError < best ? 0 : epochsSinceBest + 1;
    double lowest = Math.min(best, validationError);
    boolean due = waited >= phase.patience() || isLatestForNextDrop(done);
    return due && dropsDone < phase.drops()
        ? new LearningRateSchedule(phase, done, dropsDone + 1, lowest, 0)
        : new LearningRateSchedule(phase, done, dropsDone, lowest, waited);
  }

  /** In whole numbers: {@code 27 * (1 - 1.0 / 3)} is above 18. */
  private boolean isLatestForNextDrop(int done) {
    return (phase.epochs() - done) * Math.pow(3, dropsDone + 1) <= phase.epochs();
  }
}
