package org.vgg4j.experiments.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.vgg4j.experiments.gate.Check.Outcome;
import org.vgg4j.experiments.gate.Check.Tier;

/** Each tier on baselines without a network behind them. */
class GateTests {
  private static final Baseline BASELINE = Baselines.wrong(20);

  private static List<Check> failures(Baseline then, Baseline now) {
    return Baselines.checks(then, now).stream().filter(check -> check.is(Outcome.FAILED)).toList();
  }

  private static AbstractListAssert<?, List<? extends Check>, Check, ObjectAssert<Check>> failed(
      Baseline now) {
    return assertThat(failures(BASELINE, now));
  }

  @Test
  void whatIsAsItWasPassesInEveryTier() {
    assertThat(Baselines.checks(BASELINE, BASELINE))
        .allMatch(check -> check.is(Outcome.PASSED))
        .extracting(Check::tier)
        .containsExactly(Tier.values());
  }

  @Test
  void anExactTextFailsByOneCharacterAndShowsWhere() {
    failed(Baselines.withExact("132863337 parameters"))
        .singleElement()
        .returns(Tier.EXACT, Check::tier)
        .returns("132863337 parameters", Check::now);
  }

  @Test
  void aProbeMayBeRoundedOtherwiseAndNoMore() {
    failed(Baselines.withProbe(0.2501, 0.7499)).isEmpty();
    failed(Baselines.withProbe(0.2502, 0.7498))
        .singleElement()
        .returns(Tier.PROBE, Check::tier)
        .returns("differs by 0.00020", Check::why);
  }

  @Test
  void aProbeThatIsNoNumberOrOfAnotherLengthFails() {
    failed(Baselines.withProbe(0.25, Double.NaN)).hasSize(1);
    failed(Baselines.withProbe(0.25)).hasSize(1);
  }

  @Test
  void onTheSameMachineFewImagesAreEnoughToShowDrift() {
    failed(Baselines.wrong(24)).isEmpty();
    failed(Baselines.wrong(25))
        .singleElement()
        .returns(Tier.DRIFT, Check::tier)
        .returns("+1.0 points: 5 images went wrong, 0 right (Holm's p 0.031)", Check::why);
  }

  @Test
  void onAnotherMachineAllowanceDecidesInsteadOfImages() {
    failed(Baselines.of(Baselines.cell(90, Baselines.OTHER))).isEmpty();
    failed(Baselines.of(Baselines.cell(96, Baselines.OTHER)))
        .singleElement()
        .returns(Tier.BOUND, Check::tier)
        .returns("worse by 15.2 points, beyond 15.0", Check::why);
  }

  @Test
  void aMachineOfWhichNothingIsKnownIsNoSameMachine() {
    CellRecord unknown = Baselines.cell(20, "Linux amd64 #unknown, cpu, 1 threads");
    assertThat(Baselines.checks(Baselines.of(unknown), Baselines.of(unknown)))
        .filteredOn(check -> check.tier() == Tier.DRIFT)
        .allMatch(check -> check.is(Outcome.SKIPPED));
  }

  @Test
  void otherLabelsFailOnEveryMachine() {
    failed(Baselines.of(Baselines.relabelled(20)))
        .singleElement()
        .returns(Tier.DRIFT, Check::tier)
        .returns("other images or labels", Check::why);
  }

  @Test
  void aCellThatIsGoneFailsAndANewOneIsTold() {
    Baseline now = Baselines.withCells(Map.of("table3 B", Baselines.cell(20)));
    failed(now).singleElement().returns(Baselines.CELL, Check::name);
    assertThat(Baselines.checks(BASELINE, now))
        .filteredOn(check -> check.is(Outcome.UNKNOWN))
        .extracting(Check::name)
        .containsExactly("table3 B");
  }

  @Test
  void seedsThatSpreadWidelyAllowMoreThanTheAllowance() {
    Baseline wide = Baselines.of(Baselines.spread(20, 5, Baselines.MACHINE));
    assertThat(failures(wide, Baselines.of(Baselines.spread(36, 5, Baselines.OTHER)))).isEmpty();
    assertThat(failures(wide, Baselines.of(Baselines.spread(38, 5, Baselines.OTHER)))).hasSize(1);
  }

  @Test
  void seedsThatAgreeStillHaveTheAllowance() {
    Baseline narrow = Baselines.of(Baselines.spread(20, 0.1, Baselines.MACHINE));
    assertThat(failures(narrow, Baselines.of(Baselines.spread(34, 1, Baselines.OTHER)))).isEmpty();
    assertThat(failures(narrow, Baselines.of(Baselines.spread(4, 1, Baselines.OTHER))))
        .singleElement()
        .returns("better by 16.0 points, beyond 15.0", Check::why);
  }

  @Test
  void speedIsAskedWhereItWasMeasuredOnly() {
    failed(Baselines.withSpeed(Map.of("training steps", 0.36))).isEmpty();
    failed(Baselines.withSpeed(Map.of("training steps", 0.34)))
        .singleElement()
        .returns("68% of the baseline's speed", Check::why);
    assertThat(Baselines.checks(BASELINE, Baselines.withSpeed(Map.of())))
        .noneMatch(check -> check.tier() == Tier.SPEED);
  }
}
