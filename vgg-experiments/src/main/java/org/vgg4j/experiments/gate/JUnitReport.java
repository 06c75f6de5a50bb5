package org.vgg4j.experiments.gate;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vgg4j.core.PlainText;
import org.vgg4j.experiments.gate.Check.Outcome;
import org.vgg4j.experiments.gate.Check.Tier;

/** The checks as JUnit XML, which continuous integration shows as tests: a suite for each tier. */
public final class JUnitReport {
  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The checks as XML. */
  public static String of(List<Check> checks) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitReport(xml).write(checks);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // text in memory takes everything
    }
    return text.toString();
  }

  private void write(List<Check> checks) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    start("testsuites", "vgg gate", checks);
    ImmutableListMultimap<Tier, Check> tiers = Multimaps.index(checks, Check::tier);
    for (Tier tier : tiers.keySet()) {
      start("testsuite", tier.toString(), tiers.get(tier));
      for (Check check : tiers.get(tier)) {
        write(check);
      }
      end();
    }
    end();
    xml.writeEndDocument();
  }

  private void start(String element, String name, Collection<Check> checks)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(checks.size()));
    xml.writeAttribute("failures", Long.toString(count(checks, Outcome.FAILED)));
    xml.writeAttribute(
        "skipped", Long.toString(count(checks, Outcome.SKIPPED) + count(checks, Outcome.UNKNOWN)));
    xml.writeCharacters("\n");
  }

  private static long count(Collection<Check> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.is(outcome)).count();
  }

  private void write(Check check) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "gate." + check.tier());
    xml.writeAttribute("name", PlainText.of(check.name()));
    if (!check.is(Outcome.PASSED)) {
      xml.writeEmptyElement(check.is(Outcome.FAILED) ? "failure" : "skipped");
      xml.writeAttribute("message", message(check));
    }
    end();
  }

  private static String message(Check check) {
    return PlainText.of(
        "%s %s (baseline %s, now %s)"
            .formatted(check.outcome(), check.why(), check.then(), check.now()));
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }
}
