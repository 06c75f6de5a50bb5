package org.vgg4j.experiments.doctor;

import com.google.common.base.Throwables;
import java.util.function.Supplier;
import org.vgg4j.core.graph.GraphSession;

/**
 * TensorFlow's native library.
 *
 * @param version loads the library and asks it
 */
record TensorFlowCheck(Supplier<String> version) {
  private static final int LONGEST = 200;

  static TensorFlowCheck here() {
    return new TensorFlowCheck(GraphSession::tensorFlowVersion);
  }

  Finding finding() {
    try {
      return Finding.ok("TensorFlow", version.get() + ", its native library loads");
    } catch (RuntimeException | LinkageError e) {
      return Finding.missing(
          "TensorFlow",
          "its native library does not load: " + reason(e),
          "install what the message names (often libstdc++6 or libgomp1), see the lines above");
    }
  }

  private static String reason(Throwable problem) {
    String text = String.valueOf(Throwables.getRootCause(problem).getMessage());
    String line = text.lines().findFirst().orElse("no reason given");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
  }
}
