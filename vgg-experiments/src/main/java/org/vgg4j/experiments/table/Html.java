package org.vgg4j.experiments.table;

import com.google.common.html.HtmlEscapers;

/** Text in an HTML page. */
public final class Html {
  private Html() {}

  /** The text with what HTML would take for its own written otherwise. */
  public static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
