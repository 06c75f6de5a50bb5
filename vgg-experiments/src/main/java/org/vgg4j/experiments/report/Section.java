package org.vgg4j.experiments.report;

import java.util.Locale;

/**
 * A part of the page.
 *
 * @param id what links call it; letters, digits and hyphens
 * @param title its heading, and its line in the table of contents
 */
record Section(String id, String title, Markup body) {
  /** The part with its heading. */
  Markup markup() {
    return new Markup()
        .open("section", Attribute.of("id", id), Attribute.of("aria-labelledby", id + "-title"))
        .element("h2", title, Attribute.of("id", id + "-title"))
        .add(body)
        .close("section");
  }

  /** The id of a table's section; users may call theirs like one of the others. */
  static String idOf(String table) {
    return "result-" + table.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
