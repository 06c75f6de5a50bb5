package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.PlainText;
import org.vgg4j.core.Problem;
import org.vgg4j.experiments.aid.Check;
import org.vgg4j.experiments.aid.Check.Outcome;

/** Tells what came of checks, one by one, or all at the end as JSON. */
final class CheckReport {
  private final PrintWriter out;
  private final boolean json;
  private final List<Check> checks = new ArrayList<>();

  CheckReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void add(Check check) {
    checks.add(check);
    if (!json) {
      String word = check.outcome().name().toLowerCase(Locale.ROOT);
      out.println(PlainText.of("%-10s %s: %s".formatted(word, check.subject(), check.detail())));
      out.flush();
    }
  }

  /** Tells the sum; 1 if anything differs. */
  int exitCode() {
    long differing = count(Outcome.DIFFERS);
    out.print(json ? Json.of(checks) : sum(differing));
    out.flush();
    return differing == 0 ? 0 : Problem.Kind.CHECK_FAILED.exitCode();
  }

  private String sum(long differing) {
    return "%n%d checks: %d same, %d differ, %d not checked%n"
        .formatted(checks.size(), count(Outcome.SAME), differing, count(Outcome.UNCHECKED));
  }

  private long count(Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }
}
