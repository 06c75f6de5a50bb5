package org.vgg4j.experiments.aid;

/**
 * What came of one check.
 *
 * @param subject what was looked at
 * @param outcome whether it holds
 * @param detail on what that rests, or what differs
 */
public record Check(String subject, Outcome outcome, String detail) {

  /** Whether something holds. */
  public enum Outcome {
    /** It holds. */
    SAME,
    /** It does not. */
    DIFFERS,
    /** It could not be looked at. */
    UNCHECKED
  }

  static Check same(String subject, String detail) {
    return new Check(subject, Outcome.SAME, detail);
  }

  static Check differs(String subject, String detail) {
    return new Check(subject, Outcome.DIFFERS, detail);
  }

  static Check unchecked(String subject, String detail) {
    return new Check(subject, Outcome.UNCHECKED, detail);
  }
}
