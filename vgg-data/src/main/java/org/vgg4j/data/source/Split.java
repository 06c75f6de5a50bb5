package org.vgg4j.data.source;

import java.util.Locale;

/** The parts of a data set: one to learn from, one to measure errors on. */
public enum Split {
  TRAIN,
  VAL;

  /** {@code train} or {@code val}: the folder's name, and the beginning of every id. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
