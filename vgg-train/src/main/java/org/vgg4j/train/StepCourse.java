package org.vgg4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code schedule: step}: the rate is divided after given parts of the training, whatever the
 * validation error does. Nothing ends it before its iterations are done.
 *
 * @param learningRate at the start
 * @param divisor by how much a drop divides
 * @param dropsAt when it drops, ascending: below 1 a share of the epochs, rounded to the nearest
 *     whole one; from 1 on a number of epochs
 */
public record StepCourse(
    double learningRate,
    double divisor,
    List<Double> dropsAt,
    int iterations,
    @Nullable String trains)
    implements Course {

  /** Checks every value; the message names the key. */
  public StepCourse {
    CourseChecks.check(learningRate, iterations);
    CourseChecks.checkDivisor(divisor);
    dropsAt = ImmutableList.copyOf(dropsAt);
    trains = CourseChecks.layers(trains);
    dropsAt.forEach(StepCourse::checkPlace);
    checkArgument(
        Ordering.natural().isStrictlyOrdered(dropsAt), "dropsAt: must ascend, unlike %s", dropsAt);
  }

  private static void checkPlace(double place) {
    checkArgument(
        place > 0 && (place < 1 || place == Math.rint(place)) && Double.isFinite(place),
        "dropsAt: holds shares below 1 or whole epochs, not %s",
        place);
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
  public LearningRateSchedule next(LearningRateSchedule state, double validationError) {
    LearningRateSchedule seen = state.seen(validationError);
    int epochs = seen.phase().epochs();
    int drops = (int) dropsAt.stream().filter(at -> epoch(at, epochs) <= seen.epochsDone()).count();
    return new LearningRateSchedule(
        seen.phase(), seen.epochsDone(), drops, seen.best(), seen.epochsSinceBest());
  }

  /** The first epoch is never too late for its own rate. */
  private static long epoch(double place, int epochs) {
    return Math.max(1, Math.round(place < 1 ? place * epochs : place));
  }
}
