package org.vgg4j.experiments.cli;

import java.util.List;

/** A page in roff, with the macros of man(7). */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  /** An empty page of section 1. */
  Roff(String title, String source) {
    text.append(".TH \"").append(escaped(title)).append("\" \"1\" \"\" \"");
    text.append(escaped(source)).append("\" \"User Commands\"\n.nh\n.ad l\n");
  }

  /** The word in bold. */
  static String bold(String word) {
    return "\\fB" + escaped(word) + "\\fR";
  }

  /** The word in italics, or underlined. */
  static String italic(String word) {
    return "\\fI" + escaped(word) + "\\fR";
  }

  Roff section(String title) {
    text.append(".SH ").append(title).append('\n');
    return this;
  }

  Roff text(String words) {
    return raw(escaped(words));
  }

  /** Words that are roff already. */
  Roff raw(String words) {
    text.append(words).append('\n');
    return this;
  }

  void paragraph(String words) {
    text.append(".PP\n").append(escaped(words)).append('\n');
  }

  /**
   * A term, and what it means below it.
   *
   * @param term as roff
   */
  void item(String term, String meaning) {
    text.append(".TP\n").append(term).append('\n').append(escaped(meaning)).append('\n');
  }

  /** Lines as they are. */
  void example(List<String> lines) {
    text.append(".EX\n");
    lines.forEach(line -> text.append(escaped(line)).append('\n'));
    text.append(".EE\n");
  }

  String text() {
    return text.toString();
  }

  /** A dot or an apostrophe in front would be a command, a plain dash might become a hyphen. */
  private static String escaped(String words) {
    String safe = words.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
