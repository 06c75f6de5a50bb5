package org.vgg4j.core;

import java.util.regex.Pattern;

/** Text from files of others, fit to be printed: it can't steer the terminal. */
public final class PlainText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}]");

  private PlainText() {}

  /** The text with a question mark for each control character. */
  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
