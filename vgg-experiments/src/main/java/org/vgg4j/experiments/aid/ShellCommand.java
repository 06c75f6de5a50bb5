package org.vgg4j.experiments.aid;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command, to be put into a shell as it is.
 *
 * @param words the program and its arguments, without quotes
 */
public record ShellCommand(List<String> words) {
  private static final String PLAIN = "[\\w./:=,+-]+";

  /** One line; words that a shell would take apart or expand are quoted. */
  public String text() {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
