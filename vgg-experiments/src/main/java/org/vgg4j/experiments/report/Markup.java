package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.experiments.table.Html;

/** HTML that is put together piece by piece; every text that comes from outside is escaped. */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /** A start tag. */
  Markup open(String name, Attribute... attributes) {
    html.append('<').append(name);
    for (Attribute attribute : attributes) {
      html.append(' ').append(attribute.name()).append("=\"");
      html.append(Html.escaped(attribute.value())).append('"');
    }
    html.append('>');
    return this;
  }

  /** An end tag. */
  Markup close(String name) {
    html.append("</").append(name).append(">\n");
    return this;
  }

  /** Text between tags. */
  Markup text(String text) {
    html.append(Html.escaped(text));
    return this;
  }

  /** An element that holds text alone. */
  Markup element(String name, String text, Attribute... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  /** Another piece. */
  Markup add(Markup inner) {
    html.append(inner.html);
    return this;
  }

  /** What a program made that escapes by itself, such as a style sheet of ours. */
  Markup trusted(String text) {
    html.append(text);
    return this;
  }

  /** A row of a table whose first cell is its heading. */
  Markup row(List<String> cells) {
    open("tr");
    element("th", cells.get(0), Attribute.of("scope", "row"));
    cells.subList(1, cells.size()).forEach(cell -> element("td", cell));
    return close("tr");
  }

  /** The headings of a table's columns. */
  Markup headings(String... headings) {
    open("thead").open("tr");
    ImmutableList.copyOf(headings)
        .forEach(heading -> element("th", heading, Attribute.of("scope", "col")));
    return close("tr").close("thead");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
