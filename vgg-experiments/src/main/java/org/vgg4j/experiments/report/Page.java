package org.vgg4j.experiments.report;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A whole HTML page: contents, sections, and the style inside. */
record Page(String title, List<Section> sections) {
  String html() {
    Markup page =
        new Markup().trusted("<!DOCTYPE html>\n").open("html", Attribute.of("lang", "en"));
    page.add(head()).open("body");
    page.element("a", "To the tables", Attribute.style("skip"), Attribute.of("href", "#overview"));
    page.open("header").element("h1", title).close("header").add(contents()).open("main");
    sections.forEach(section -> page.add(section.markup()));
    return page.close("main").close("body").close("html").toString();
  }

  private Markup head() {
    return new Markup()
        .open("head")
        .open("meta", Attribute.of("charset", "utf-8"))
        .open(
            "meta",
            Attribute.of("name", "viewport"),
            Attribute.of("content", "width=device-width, initial-scale=1"))
        .open("meta", Attribute.of("name", "color-scheme"), Attribute.of("content", "light dark"))
        // An icon of nothing, so that browsers don't ask for one.
        .open("link", Attribute.of("rel", "icon"), Attribute.of("href", "data:,"))
        .element("title", title)
        .open("style")
        .trusted(style())
        .close("style")
        .close("head");
  }

  private Markup contents() {
    Markup contents = new Markup().open("nav", Attribute.of("aria-label", "Contents")).open("ul");
    for (Section section : sections) {
      contents
          .open("li")
          .element("a", section.title(), Attribute.of("href", "#" + section.id()))
          .close("li");
    }
    return contents.close("ul").close("nav");
  }

  private static String style() {
    try {
      return Resources.toString(
          Resources.getResource(Page.class, "report.css"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
