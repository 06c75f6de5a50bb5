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
  private static final Reference BASELINE = References.wrong(20);

  private static List<Check> failures(Reference then, Reference now) {
    return References.checks(then, now).stream().filter(check -> check.is(Outcome.FAILED)).toList();
  }

  private static AbstractListAssert<?, List<? extends Check>, Check, ObjectAssert<Check>> failed(
      Reference now) {
    return assertThat(failures(BASELINE, now));
  }

  @Test
  void whatIsAsItWasPassesInEveryTier() {
    assertThat(References.checks(BASELINE, BASELINE))
        .allMatch(check -> check.is(Outcome.PASSED))
        .extracting(Check::tier)
        .containsExactly(Tier.values());
  }

  @Test
  void anExactTextFailsByOneCharacterAndShowsWhere() {
    failed(References.withExact("132863337 parameters"))
        .singleElement()
        .returns(Tier.EXACT, Check::tier)
        .returns("132863337 parameters", Check::now);
  }

  @Test
  void aProbeMayBeRoundedOtherwiseAndNoMore() {
    failed(References.withProbe(0.2501, 0.7499)).isEmpty();
    failed(References.withProbe(0.2502, 0.7498))
        .singleElement()
        .returns(Tier.PROBE, Check::tier)
        .returns("differs by 0.00020", Check::why);
  }

  @Test
  void aProbeThatIsNoNumberOrOfAnotherLengthFails() {
    failed(References.withProbe(0.25, Double.NaN)).hasSize(1);
    failed(References.withProbe(0.25)).hasSize(1);
  }

  @Test
  void onTheSameMachineFewImagesAreEnoughToShowDrift() {
    failed(References.wrong(24)).isEmpty();
    failed(References.wrong(25))
        .singleElement()
        .returns(Tier.DRIFT, Check::tier)
        .returns("+1.0 points: 5 images went wrong, 0 right (Holm's p 0.031)", Check::why);
  }

  @Test
  void onAnotherMachineAllowanceDecidesInsteadOfImages() {
    failed(References.of(References.cell(90, References.OTHER))).isEmpty();
    failed(References.of(References.cell(96, References.OTHER)))
        .singleElement()
        .returns(Tier.BOUND, Check::tier)
        .returns("worse by 15.2 points, beyond 15.0", Check::why);
  }

  @Test
  void aMachineOfWhichNothingIsKnownIsNoSameMachine() {
    CellRecord unknown = References.cell(20, "Linux amd64 #unknown, cpu, 1 threads");
    assertThat(References.checks(References.of(unknown), References.of(unknown)))
        .filteredOn(check -> check.tier() == Tier.DRIFT)
        .allMatch(check -> check.is(Outcome.SKIPPED));
  }

  @Test
  void otherLabelsFailOnEveryMachine() {
    failed(References.of(References.relabelled(20)))
        .singleElement()
        .returns(Tier.DRIFT, Check::tier)
        .returns("other images or labels", Check::why);
  }

  @Test
  void aCellThatIsGoneFailsAndANewOneIsTold() {
    Reference now = References.withCells(Map.of("table3 B", References.cell(20)));
    failed(now).singleElement().returns(References.CELL, Check::name);
    assertThat(References.checks(BASELINE, now))
        .filteredOn(check -> check.is(Outcome.UNKNOWN))
        .extracting(Check::name)
        .containsExactly("table3 B");
  }

  @Test
  void seedsThatSpreadWidelyAllowMoreThanTheAllowance() {
    Reference wide = References.of(References.spread(20, 5, References.MACHINE));
    assertThat(failures(wide, References.of(References.spread(36, 5, References.OTHER)))).isEmpty();
    assertThat(failures(wide, References.of(References.spread(38, 5, References.OTHER))))
        .hasSize(1);
  }

  @Test
  void seedsThatAgreeStillHaveTheAllowance() {
    Reference narrow = References.of(References.spread(20, 0.1, References.MACHINE));
    assertThat(failures(narrow, References.of(References.spread(34, 1, References.OTHER))))
        .isEmpty();
    assertThat(failures(narrow, References.of(References.spread(4, 1, References.OTHER))))
        .singleElement()
        .returns("better by 16.0 points, beyond 15.0", Check::why);
  }

  @Test
  void speedIsAskedWhereItWasMeasuredOnly() {
    failed(References.withSpeed(Map.of("training steps", 0.36))).isEmpty();
    failed(References.withSpeed(Map.of("training steps", 0.34)))
        .singleElement()
        .returns("68% of the baseline's speed", Check::why);
    assertThat(References.checks(BASELINE, References.withSpeed(Map.of())))
        .noneMatch(check -> check.tier() == Tier.SPEED);
  }
}
