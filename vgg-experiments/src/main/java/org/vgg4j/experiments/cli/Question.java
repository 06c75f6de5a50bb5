package org.vgg4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/**
 * Asks people before something is done that can't be undone.
 *
 * @param terminal whether people sit there
 * @param in what they type
 * @param out where they read
 */
record Question(boolean terminal, Reader in, PrintWriter out) {

  /** On this process's terminal; the launcher says whether there is one. */
  static Question here(PrintWriter out) {
    return new Question(
        Boolean.getBoolean("vgg.keyboard"), new InputStreamReader(System.in, UTF_8), out);
  }

  /**
   * Whether the answer is yes; silence is no.
   *
   * @throws Problem if there is nobody to ask
   */
  boolean agreed(String question) {
    if (!terminal) {
      throw Problem.configuration(
          question, "can't be asked without a terminal", "add --yes, or --dry-run to look");
    }
    out.print(question + " [y/N] ");
    out.flush();
    try {
      @Nullable String answer = new BufferedReader(in).readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      return false;
    }
  }
}
