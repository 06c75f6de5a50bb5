package org.vgg4j.experiments.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param subject what was looked at
 * @param level how good it is
 * @param what was found
 * @param remedy how to fix it; null where nothing needs to be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String subject, Level level, String what, @Nullable String remedy) {

  /** How good a thing is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Good enough, or needed for some uses only. */
    WARNING,
    /** Needed, and not there. */
    MISSING
  }

  static Finding ok(String subject, String what) {
    return new Finding(subject, Level.OK, what, null);
  }

  static Finding warning(String subject, String what, String remedy) {
    return new Finding(subject, Level.WARNING, what, remedy);
  }

  static Finding missing(String subject, String what, String remedy) {
    return new Finding(subject, Level.MISSING, what, remedy);
  }
}
