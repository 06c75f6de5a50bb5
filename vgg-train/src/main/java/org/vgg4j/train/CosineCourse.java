package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/**
 * {@code schedule: cosine}: the rate falls to 0 along half a cosine over the epochs, whatever the
 * validation error does. Epoch e of E, after w epochs of warm-up, has the rate {@code learningRate
 * (1 + cos(pi (e - w) / (E - w))) / 2}; in the warm-up it rises evenly, from {@code learningRate /
 * (w + 1)}. Nothing ends it before its iterations are done.
 *
 * @param learningRate the highest
 * @param warmUp epochs; 0 where absent
 */
public record CosineCourse(
    double learningRate, @Nullable Integer warmUp, int iterations, @Nullable String trains)
    implements Course {

  /** Checks every value; the message names the key. */
  public CosineCourse {
    CourseChecks.check(learningRate, iterations);
    warmUp = warmUp == null ? 0 : warmUp;
    trains = CourseChecks.layers(trains);
    checkArgument(warmUp >= 0, "warmUp: must be at least 0 epochs, not %s", warmUp);
  }

  @Override
  public Integer warmUp() {
    return requireNonNull(warmUp);
  }

  @Override
  public String trains() {
    return requireNonNull(trains);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Problem if the warm-up would last all the training
   */
  @Override
  public Phase over(int iterationsPerEpoch) {
    Phase phase = Course.super.over(iterationsPerEpoch);
    if (warmUp() >= phase.epochs()) {
      throw Problem.configuration(
          "warmUp " + warmUp(),
          "leaves nothing of a training of " + phase.epochs() + " epochs",
          "set warmUp lower or iterations higher");
    }
    return phase;
  }

  @Override
  public double rate(LearningRateSchedule state) {
    int epoch = state.epochsDone();
    if (epoch < warmUp()) {
      return learningRate * (epoch + 1) / (warmUp() + 1);
    }
    double done = (double) (epoch - warmUp()) / (state.phase().epochs() - warmUp());
    return learningRate * (1 + Math.cos(Math.PI * done)) / 2;
  }

  @Override
  public LearningRateSchedule next(LearningRateSchedule state, double validationError) {
    return state.seen(validationError);
  }
}
