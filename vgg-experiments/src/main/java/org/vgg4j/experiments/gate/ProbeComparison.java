package org.vgg4j.experiments.gate;

import java.util.List;
import org.vgg4j.experiments.gate.Check.Tier;
import org.vgg4j.experiments.table.Numbers;

/**
 * Holds the numbers of a probe against the baseline's.
 *
 * @param rounding how far processors may round apart
 */
record ProbeComparison(double rounding) {
  private static final int DECIMALS = 5;

  /** The baseline keeps five decimals. */
  private static final double KEPT = 0.5e-5;

  Check check(String name, List<Double> then, List<Double> now) {
    if (then.size() != now.size()) {
      return Check.passed(Tier.PROBE, name, then.size() + " numbers", now.size() + " numbers")
          .failed("are not as many");
    }
    int worst = worst(then, now);
    double difference = Math.abs(then.get(worst) - now.get(worst));
    Check check =
        Check.passed(Tier.PROBE, name, Words.of(then.get(worst)), Words.of(now.get(worst)));
    return difference <= rounding + KEPT // NaN is no pass
        ? check
        : check.failed("differs by " + Numbers.decimals(difference, DECIMALS));
  }

  private static int worst(List<Double> then, List<Double> now) {
    int worst = 0;
    for (int i = 1; i < then.size(); i++) {
      double largest = Math.abs(then.get(worst) - now.get(worst));
      if (!(Math.abs(then.get(i) - now.get(i)) <= largest)) {
        worst = i;
      }
    }
    return worst;
  }
}
