package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.eval.statistics.Holm;
import org.vgg4j.eval.statistics.McNemar;
import org.vgg4j.experiments.gate.Check.Tier;
import org.vgg4j.experiments.table.Numbers;

/**
 * Compares cells image by image, where the same machine trained both: then only a change of the
 * program moves anything. McNemar's mid-p, with Holm's correction over the cells, and the error
 * itself decide.
 *
 * @param most points that an error may drift
 */
record CellDrift(double most) {
  /** A cell that can be compared. */
  private record Pair(Check check, CellRecord then, CellRecord now) {
    McNemar test() {
      BitSet onlyThen = now.rightImages();
      onlyThen.andNot(then.rightImages());
      BitSet onlyNow = then.rightImages();
      onlyNow.andNot(now.rightImages());
      return new McNemar(onlyThen.cardinality(), onlyNow.cardinality());
    }

    double moved() {
      return now.top1() - then.top1();
    }
  }

  /** One check for each cell that both have, sorted by name. */
  ImmutableList<Check> checks(Map<String, CellRecord> then, Map<String, CellRecord> now) {
    Map<String, Check> checks = new TreeMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, CellRecord> entry : then.entrySet()) {
      CellRecord other = now.get(entry.getKey());
      if (other != null) {
        Pair pair =
            new Pair(check(entry.getKey(), entry.getValue(), other), entry.getValue(), other);
        checks.put(entry.getKey(), pair.check);
        if (pair.check.is(Check.Outcome.PASSED)) {
          pairs.add(pair);
        }
      }
    }
    judged(pairs).forEach(check -> checks.put(check.name(), check));
    return ImmutableList.copyOf(checks.values());
  }

  private static Check check(String name, CellRecord then, CellRecord now) {
    Check check = Check.passed(Tier.DRIFT, name, Words.of(then), Words.of(now));
    if (!then.set().equals(now.set())) {
      return check.failed("other images or labels");
    }
    return Machines.same(then.on(), now.on()) ? check : check.skipped("trained on " + now.on());
  }

  private List<Check> judged(List<Pair> pairs) {
    List<Double> p = Holm.adjusted(pairs.stream().map(pair -> pair.test().midP()).toList());
    List<Check> judged = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean drifted = p.get(i) < ComparisonFamily.LEVEL || Math.abs(pair.moved()) > most;
      judged.add(drifted ? pair.check.failed(why(pair, p.get(i))) : pair.check);
    }
    return judged;
  }

  private static String why(Pair pair, double p) {
    McNemar test = pair.test();
    return "%s points: %d images went wrong, %d right (Holm's p %s)"
        .formatted(
            (pair.moved() > 0 ? "+" : "") + Numbers.decimals(pair.moved(), 1),
            test.onlySecond(),
            test.onlyFirst(),
            Numbers.probability(p));
  }
}
