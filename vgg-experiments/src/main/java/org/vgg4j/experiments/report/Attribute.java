package org.vgg4j.experiments.report;

/** An attribute of an HTML element; its value is escaped where it is written. */
record Attribute(String name, String value) {
  static Attribute of(String name, String value) {
    return new Attribute(name, value);
  }

  /** What the style sheet calls the element. */
  static Attribute style(String names) {
    return new Attribute("class", names);
  }
}
