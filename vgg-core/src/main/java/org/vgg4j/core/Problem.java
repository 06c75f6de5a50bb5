package org.vgg4j.core;

import static java.util.Objects.requireNonNull;

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

  private Problem(Kind kind, String message) {
    super(message);
    this.kind = requireNonNull(kind, "kind is null");
  }

  /** A wrong option, notation, recipe or experiment, at {@code where}. */
  public static Problem configuration(String where, String what, String remedy) {
    return new Problem(Kind.CONFIGURATION, line(where, what, remedy));
  }

  /** Missing, damaged or unsuitable files, at {@code where}. */
  public static Problem data(String where, String what, String remedy) {
    return new Problem(Kind.DATA, line(where, what, remedy));
  }

  /** Work that does not fit into memory. */
  public static Problem memory(String where, String what, String remedy) {
    return new Problem(Kind.MEMORY, line(where, what, remedy));
  }

  /** A check that did not hold. */
  public static Problem checkFailed(String where, String what, String remedy) {
    return new Problem(Kind.CHECK_FAILED, line(where, what, remedy));
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

  private static String line(String where, String what, String remedy) {
    return PlainText.of((where + ": " + what + "; " + remedy).replaceAll("\\s*\\R\\s*|\\t", " "));
  }
}
