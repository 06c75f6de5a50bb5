package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * {@code schedule: plateau}, the paper's (section 3.1): the rate is divided when the validation
 * error stops improving.
 *
 * <p>When {@code patience} epochs in a row bring no better error, the rate drops and the count
 * starts anew. An error is better when it lies more than {@code threshold} below the best so far.
 * The first {@code cooldown} epochs after a drop use up no patience. The paper's rate always
 * dropped three times, so drop n comes at the latest after {@code epochs * (1 - 3^-n)} epochs, in a
 * cooldown too: a training that is too short for its plateaus still ends at the lowest rate. It
 * ends after its iterations, or when the patience runs out after the last drop.
 *
 * @param learningRate at the start; 1e-2 in the paper, 1e-3 for fine-tuning at S = 384
 * @param divisor by how much a drop divides; 10 in the paper
 * @param drops how often it drops; 3 in the paper
 * @param patience epochs without a better validation error before a drop; not given in the paper
 * @param threshold percentage points; 0 where absent
 * @param cooldown epochs; 0 where absent
 */
public record PlateauCourse(
    double learningRate,
    double divisor,
    int drops,
    int patience,
    @Nullable Double threshold,
    @Nullable Integer cooldown,
    int iterations,
    @Nullable String trains)
    implements Course {

  /** Checks every value; the message names the key. */
  public PlateauCourse {
    CourseChecks.check(learningRate, iterations);
    CourseChecks.checkDivisor(divisor);
    threshold = threshold == null ? 0 : threshold;
    cooldown = cooldown == null ? 0 : cooldown;
    trains = CourseChecks.layers(trains);
    checkArgument(drops >= 0, "drops: must be at least 0, not %s", drops);
    checkArgument(patience > 0, "patience: must be at least 1 epoch, not %s", patience);
    checkArgument(
        threshold >= 0 && threshold < 100, "threshold: must be in [0, 100), not %s", threshold);
    checkArgument(cooldown >= 0, "cooldown: must be at least 0 epochs, not %s", cooldown);
  }

  /** The paper's rule as it stands: no threshold, no cooldown, and all layers train. */
  public PlateauCourse(
      double learningRate, double divisor, int drops, int patience, int iterations) {
    this(learningRate, divisor, drops, patience, null, null, iterations, null);
  }

  @Override
  public Double threshold() {
    return requireNonNull(threshold);
  }

  @Override
  public Integer cooldown() {
    return requireNonNull(cooldown);
  }

  @Override
  public String trains() {
    return requireNonNull(trains);
  }

  @Override
  public double rate(LearningRateSchedule state) {
    return learningRate / Math.pow(divisor, state.dropsDone());
  }

  @Override
  public boolean endsEarly(LearningRateSchedule state) {
    return state.dropsDone() == drops && state.epochsSinceBest() >= patience;
  }

  /** A cooldown is a count that starts below 0. */
  @Override
  public LearningRateSchedule next(LearningRateSchedule state, double validationError) {
    boolean better = validationError < state.best() - threshold();
    boolean counts = state.epochsSinceBest() >= 0;
    int waited = better && counts ? 0 : state.epochsSinceBest() + 1;
    double best = better ? validationError : state.best();
    LearningRateSchedule next =
        new LearningRateSchedule(
            state.phase(), state.epochsDone() + 1, state.dropsDone(), best, waited);
    boolean due = waited >= patience || isLatestForNextDrop(next);
    return due && state.dropsDone() < drops ? dropped(next) : next;
  }

  private LearningRateSchedule dropped(LearningRateSchedule state) {
    return new LearningRateSchedule(
        state.phase(), state.epochsDone(), state.dropsDone() + 1, state.best(), -cooldown());
  }

  /** In whole numbers: {@code 27 * (1 - 1.0 / 3)} is above 18. */
  private static boolean isLatestForNextDrop(LearningRateSchedule state) {
    int epochs = state.phase().epochs();
    return (epochs - state.epochsDone()) * Math.pow(3, state.dropsDone() + 1) <= epochs;
  }
}
