package org.vgg4j.core.foreign;

/**
 * Says that a file does not hold a network, and why. What to do about it is added where one knows
 * which other networks there are.
 */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What of the file does not fit, as the second part of a problem's line. */
  Misfit(String what) {
    super(what);
  }

  /** What does not fit. */
  String what() {
    return String.valueOf(getMessage());
  }
}
