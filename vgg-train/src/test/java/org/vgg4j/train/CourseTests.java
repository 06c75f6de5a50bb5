package org.vgg4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vgg4j.core.Problem;
import org.vgg4j.core.StrictYaml;

/** What the three schedules do to the rate. */
class CourseTests {
  @ParameterizedTest
  @CsvSource({"74", "90", "1"})
  void thePapersRecipeDropsExactlyThrice(int epochs) {
    Phase phase = new Phase(Recipe.shipped("paper").training(), epochs);
    for (IntToDoubleFunction errors : anyErrors()) {
      assertThat(dropsIn(phase, errors)).isEqualTo(epochs == 1 ? 1 : 3);
    }
  }

  /** Falling, flat, rising, and up and down. */
  private static List<IntToDoubleFunction> anyErrors() {
    return List.of(e -> 90 - e, e -> 50, e -> 10 + e, e -> 50 + 10 * Math.sin(e));
  }

  @Test
  void anErrorIsBetterWhenItLiesMoreThanTheThresholdBelowTheBest() {
    Course course = new PlateauCourse(1, 10, 3, 2, 1.0, 0, 1000, null);
    // 49.5 and 49.0 are not enough below 50, 48.9 is; 48 is not below 47.9
    assertThat(rates(course, 1000, 50, 49.5, 48.9, 48, 48.5))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 0.1);
    assertThat(rates(course, 1000, 50, 49.5, 49.0)).containsExactly(1.0, 1.0, 1.0, 0.1);
  }

  @Test
  void smallStepsAddUpUntilTheyExceedTheThreshold() {
    Course course = new PlateauCourse(1, 10, 3, 3, 1.0, 0, 1000, null);
    assertThat(rates(course, 1000, 50, 49.4, 48.8, 48.2, 47.6))
        .as("48.8 is more than 1 below 50, 47.6 more than 1 below 48.8")
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  }

  @Test
  void theEpochsOfACooldownUseUpNoPatience() {
    Course course = new PlateauCourse(1, 10, 3, 2, 0.0, 3, 1000, null);
    assertThat(rates(course, 1000, 50, 50, 50, 50, 50, 50, 50, 50))
        .containsExactly(1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01);
  }

  @Test
  void aBetterErrorInACooldownIsTheOneToBeatAfterIt() {
    Course course = new PlateauCourse(1, 10, 3, 2, 0.0, 2, 1000, null);
    assertThat(rates(course, 1000, 50, 50, 50, 30, 50, 40, 40))
        .containsExactly(1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 0.01);
  }

  @Test
  void aCooldownDoesNotPutOffTheLatestDrop() {
    Course course = new PlateauCourse(1, 10, 2, 1, 0.0, 100, 9, null);
    assertThat(dropsIn(new Phase(course, 9), e -> 50)).isEqualTo(2);
  }

  @Test
  void trainingEndsWhenCooldownAndPatienceHaveRunOutAfterTheLastDrop() {
    Course course = new PlateauCourse(1, 10, 1, 2, 0.0, 3, 1000, null);
    assertThat(epochs(new Phase(course, 1000), e -> 50)).isEqualTo(3 + 3 + 2);
  }

  @Test
  void stepsComeAfterSharesOrEpochs() {
    Course course = new StepCourse(1, 10, List.of(0.5, 8.0), 10, null);
    assertThat(allRates(new Phase(course, 10)))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.01, 0.01);
  }

  @Test
  void stepsThatLieBeyondTheEndNeverComeAndTheFirstEpochHasTheFullRate() {
    Course course = new StepCourse(1, 2, List.of(0.01, 0.02, 30.0), 4, null);
    assertThat(allRates(new Phase(course, 4))).containsExactly(1.0, 0.25, 0.25, 0.25);
  }

  @Test
  void stepsWithoutDropsKeepTheRate() {
    Course course = new StepCourse(1, 2, List.of(), 3, null);
    assertThat(allRates(new Phase(course, 3))).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void aCosineFallsToZeroOverTheEpochs() {
    List<Double> rates = allRates(new Phase(new CosineCourse(1, null, 4, null), 4));
    assertThat(rates).hasSize(4);
    assertThat(rates.get(0)).isEqualTo(1);
    assertThat(rates.get(1)).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-12));
    assertThat(rates.get(2)).isCloseTo(0.5, within(1e-12));
    assertThat(rates.get(3)).isCloseTo((1 - Math.sqrt(0.5)) / 2, within(1e-12)).isPositive();
  }

  @Test
  void aWarmUpRisesEvenlyToTheFullRate() {
    List<Double> rates = allRates(new Phase(new CosineCourse(1, 3, 5, null), 5));
    assertThat(rates).hasSize(5);
    assertThat(rates.subList(0, 4)).containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(rates.get(4)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aWarmUpAsLongAsTheTrainingIsAProblem() {
    Course course = new CosineCourse(1, 5, 50, null);
    assertThat(course.over(8).epochs()).isEqualTo(6);
    assertThatThrownBy(() -> course.over(10))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "warmUp 5: leaves nothing of a training of 5 epochs;"
                + " set warmUp lower or iterations higher");
  }

  @ParameterizedTest
  @MethodSource("courses")
  void aScheduleInMidCourseIsWrittenAndReadBack(Course course) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    LearningRateSchedule schedule = LearningRateSchedule.start(new Phase(course, 20));
    while (!schedule.finished()) {
      String text = json.writeValueAsString(schedule);
      assertThat(json.readValue(text, LearningRateSchedule.class)).isEqualTo(schedule);
      schedule = schedule.after(100.0 / 3);
    }
  }

  @ParameterizedTest
  @MethodSource("courses")
  void aCourseInYamlReadsBack(Course course) {
    assertThat(StrictYaml.parse("course", StrictYaml.print(course), Course.class))
        .isEqualTo(course);
  }

  static Stream<Course> courses() {
    return Stream.of(
        new PlateauCourse(0.1, 10, 3, 2, 0.25, 1, 100, "fc6 fc7"),
        new StepCourse(0.1, 10, List.of(0.3, 15.0), 100, null),
        new CosineCourse(0.1, 4, 100, "fc8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: step, learningRate: 1, divisor: 2, dropsAt: [0.5, 0.4], iterations: 9 | dropsAt: must ascend",
        "schedule: step, learningRate: 1, divisor: 2, dropsAt: [1.5], iterations: 9 | not 1.5",
        "schedule: step, learningRate: 1, divisor: 2, dropsAt: [0], iterations: 9 | not 0.0",
        "schedule: step, learningRate: 1, divisor: 1, dropsAt: [0.5], iterations: 9 | divisor",
        "schedule: step, learningRate: 1, divisor: 2, iterations: 9 | missing key dropsAt",
        "schedule: cosine, learningRate: 0, iterations: 9 | learningRate",
        "schedule: cosine, learningRate: 1, warmUp: -1, iterations: 9 | warmUp",
        "schedule: cosine, learningRate: 1, patience: 5, iterations: 9 | unknown key patience",
        "schedule: cosin, learningRate: 1, iterations: 9 | cosin is not known; did you mean cosine?",
        "learningRate: 1, iterations: 9 | missing key schedule"
      })
  void aCourseThatIsNoneIsRefusedByItsKey(String course, String message) {
    assertThatThrownBy(() -> StrictYaml.parse("course", "{" + course + "}", Course.class))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message);
  }

  private static List<Double> rates(Course course, int epochs, double... errors) {
    LearningRateSchedule schedule = LearningRateSchedule.start(new Phase(course, epochs));
    List<Double> rates = new ArrayList<>(List.of(schedule.rate()));
    for (double error : errors) {
      schedule = schedule.after(error);
      rates.add(schedule.rate());
    }
    return rates;
  }

  private static List<Double> allRates(Phase phase) {
    List<Double> rates = new ArrayList<>();
    LearningRateSchedule schedule = LearningRateSchedule.start(phase);
    while (!schedule.finished()) {
      rates.add(schedule.rate());
      schedule = schedule.after(50);
    }
    return rates;
  }

  private static int dropsIn(Phase phase, IntToDoubleFunction errors) {
    return last(phase, errors).dropsDone();
  }

  private static int epochs(Phase phase, IntToDoubleFunction errors) {
    return last(phase, errors).epochsDone();
  }

  private static LearningRateSchedule last(Phase phase, IntToDoubleFunction errors) {
    LearningRateSchedule schedule = LearningRateSchedule.start(phase);
    while (!schedule.finished()) {
      schedule = schedule.after(errors.applyAsDouble(schedule.epochsDone()));
    }
    return schedule;
  }
}
