package org.vgg4j.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.vgg4j.core.spec.TrainedLayers;

/**
 * The length and the learning rate of a training as a recipe states them: in iterations, as the
 * paper does (section 3.1), so that a small data set is gone through more often. The key {@code
 * schedule} names the rule. A rule is pure: what it has seen is in the {@link
 * LearningRateSchedule}, and the rate is constant within an epoch.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schedule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlateauCourse.class, name = "plateau"),
  @JsonSubTypes.Type(value = StepCourse.class, name = "step"),
  @JsonSubTypes.Type(value = CosineCourse.class, name = "cosine")
})
public sealed interface Course permits PlateauCourse, StepCourse, CosineCourse {

  /** The rate at the start, after the warm-up where there is one. */
  double learningRate();

  /**
   * SGD steps after which training ends at the latest, rounded to whole epochs; 370,000 in the
   * paper.
   */
  int iterations();

  /** Which layers train: {@code all}, or names such as {@code fc6 fc7 fc8}. */
  String trains();

  /** The learning rate of the epoch that comes next. */
  double rate(LearningRateSchedule state);

  /** The state after one more epoch, which ended in that validation error in percent. */
  LearningRateSchedule next(LearningRateSchedule state, double validationError);

  /** Whether training ends here, before its last epoch. */
  default boolean endsEarly(LearningRateSchedule state) {
    return false;
  }

  /** Which layers train. */
  default TrainedLayers trainedLayers() {
    return TrainedLayers.parse(trains());
  }

  /** The phase on a data set that takes so many iterations an epoch; at least one epoch. */
  default Phase over(int iterationsPerEpoch) {
    return new Phase(this, Math.max(1, Math.round((float) iterations() / iterationsPerEpoch)));
  }
}
