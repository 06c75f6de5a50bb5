package org.vgg4j.core.spec;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;

/**
 * One line of a networks file and its place, which every error message shows.
 *
 * @param number counts from 1
 */
record SourceLine(String file, int number, String text) {
  private static final Pattern WORD = Pattern.compile("\\S+");

  /** A line that comes from no file, such as a checkpoint's network. */
  static SourceLine of(String text) {
    return new SourceLine("network notation", 1, text);
  }

  /** The words before the comment. */
  ImmutableList<Token> tokens() {
    return WORD.matcher(withoutComment())
        .results()
        .map(word -> new Token(this, word.start() + 1, word.group()))
        .collect(ImmutableList.toImmutableList());
  }

  /** A problem at a column that counts from 1. */
  Problem problem(int column, String what, String remedy) {
    return Problem.configuration(place(column), what, remedy);
  }

  /** File, line and column. */
  String place(int column) {
    return file + ":" + number + ":" + column;
  }

  private String withoutComment() {
    int comment = text.indexOf('#');
    return comment < 0 ? text : text.substring(0, comment);
  }
}
