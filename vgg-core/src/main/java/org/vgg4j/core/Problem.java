package org.vgg4j.core;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something the user can put right: a bad configuration, bad data, too little memory. The message
 * is one line that says where, what, and how to fix it; the command line prints it and ends with
 * the kind's exit code.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds of problem and the exit code each ends in. */
  public enum Kind {
    /** A check that the user asked for did not hold. */
    CHECK_FAILED(1),
    /** A wrong option, notation, recipe or experiment. */
    CONFIGURATION(2),
    /**
     * Images, weights or stored results that are missing, damaged or do not fit, or a full disk.
     */
    DATA(3),
    /** The work does not fit into memory. */
    MEMORY(4);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process exit code, documented in the README. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final String rest;

  private Problem(Kind kind, String where, String rest) {
    super(line(where + ": " + rest));
    this.kind = requireNonNull(kind, "kind is null");
    this.rest = rest;
  }

  private static Problem of(Kind kind, String where, String what, String remedy) {
    return new Problem(kind, where, what + "; " + remedy);
  }

  /** A wrong option, notation, recipe or experiment, at {@code where}. */
  public static Problem configuration(String where, String what, String remedy) {
    return of(Kind.CONFIGURATION, where, what, remedy);
  }

  /** Missing, damaged or unsuitable files, at {@code where}. */
  public static Problem data(String where, String what, String remedy) {
    return of(Kind.DATA, where, what, remedy);
  }

  /** Work that does not fit into memory. */
  public static Problem memory(String where, String what, String remedy) {
    return of(Kind.MEMORY, where, what, remedy);
  }

  /** A check that did not hold. */
  public static Problem checkFailed(String where, String what, String remedy) {
    return of(Kind.CHECK_FAILED, where, what, remedy);
  }

  /**
   * Several problems as one to throw: the first, with all others as suppressed ones.
   *
   * @param all at least one
   */
  public static Problem together(List<Problem> all) {
    all.subList(1, all.size()).forEach(all.get(0)::addSuppressed);
    return all.get(0);
  }

  /** The same problem, told of a place that people know better: a line of their file. */
  public Problem at(String where) {
    return new Problem(kind, where, rest).causedBy(this);
  }

  /** The same problem with the exception that revealed it, which {@code --debug} shows. */
  public Problem causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** What kind of problem this is. */
  public Kind kind() {
    return kind;
  }

  private static String line(String text) {
    return PlainText.of(text.replaceAll("\\s*\\R\\s*|\\t", " "));
  }
}
