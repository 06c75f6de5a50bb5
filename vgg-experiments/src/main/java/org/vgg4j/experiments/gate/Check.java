package org.vgg4j.experiments.gate;

import java.util.Locale;

/**
 * One thing that was held against the baseline.
 *
 * @param tier what kind of thing it is
 * @param name what it is called
 * @param then its value in the baseline, for people; {@code -} where it has none
 * @param now its value now, for people; {@code -} where it has none
 * @param outcome what came of it
 * @param why in a few words; empty where all is well
 */
public record Check(Tier tier, String name, String then, String now, Outcome outcome, String why) {
  /** What stands for a value that is not there. */
  static final String NONE = "-";

  /** The kinds of checks, from the strictest. */
  public enum Tier {
    /** What is the same on every machine. */
    EXACT,
    /** Fixed networks on fixed images, up to rounding. */
    PROBE,
    /** The same images one by one, where the same machine must give the same bits. */
    DRIFT,
    /** What seeds and processors may move by chance. */
    BOUND,
    /** How fast it is beside a matrix product. */
    SPEED;

    /** {@code exact}, for people. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What comes of a check. */
  public enum Outcome {
    PASSED("ok"),
    FAILED("FAILED"),
    /** The baseline does not know it. */
    UNKNOWN("not in the baseline"),
    /** It can't be asked here, as the machine is another. */
    SKIPPED("skipped");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** For people. */
    @Override
    public String toString() {
      return word;
    }
  }

  static Check passed(Tier tier, String name, String then, String now) {
    return new Check(tier, name, then, now, Outcome.PASSED, "");
  }

  static Check missing(Tier tier, String name, String then) {
    return new Check(tier, name, then, NONE, Outcome.FAILED, "it is gone");
  }

  static Check unknown(Tier tier, String name, String now) {
    return new Check(tier, name, NONE, now, Outcome.UNKNOWN, "");
  }

  /** The same, failed for that reason. */
  Check failed(String reason) {
    return new Check(tier, name, then, now, Outcome.FAILED, reason);
  }

  /** The same, not asked for that reason. */
  Check skipped(String reason) {
    return new Check(tier, name, then, now, Outcome.SKIPPED, reason);
  }

  boolean is(Outcome other) {
    return outcome == other;
  }
}
