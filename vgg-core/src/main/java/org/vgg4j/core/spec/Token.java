package org.vgg4j.core.spec;

import org.vgg4j.core.Problem;

/**
 * A word of a line.
 *
 * @param column where it begins, from 1
 */
record Token(SourceLine line, int column, String text) {
  boolean is(String word) {
    return text.equals(word);
  }

  /** File, line and column. */
  String place() {
    return line.place(column);
  }

  /** A problem with this word. */
  Problem problem(String what, String remedy) {
    return line.problem(column, what, remedy);
  }

  /** A problem after this word, where something is missing. */
  Problem problemAfter(String what, String remedy) {
    return line.problem(column + text.length(), what, remedy);
  }
}
