package org.vgg4j.experiments.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vgg4j.experiments.gate.GateReport.Detail;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What the gate tells people and machines. */
class GateReportTests {
  private static GateReport report(Reference now) {
    Reference then = References.wrong(20);
    return new GateReport(ImmutableList.copyOf(References.checks(then, now)), then, now);
  }

  @Test
  void anOpenGateIsAFewLines() {
    GateReport report = report(References.wrong(20));
    assertThat(report.isOpen()).isTrue();
    assertThat(report.text(Detail.FAILURES))
        .doesNotContain("| tier")
        .contains("Cells are held image by image")
        .contains("exact: 1 ok; probe: 1 ok; drift: 1 ok; bound: 1 ok; speed: 1 ok")
        .endsWith("The gate is open.\n");
    assertThat(report.text(Detail.ALL)).contains("| exact | network A");
  }

  @Test
  void aShutGateShowsWhatFailedAndNothingElse() {
    assertThat(report(References.withExact("7 parameters")).text(Detail.FAILURES))
        .contains("| exact | network A | 132863336 parameters | 7 parameters | FAILED  | differs |")
        .doesNotContain("A dense")
        .contains("exact: 1 FAILED; probe: 1 ok")
        .endsWith("The gate is SHUT.\n");
  }

  @Test
  void theRegimeNamesBothMachines() {
    assertThat(report(References.of(References.cell(20, References.OTHER))).text(Detail.FAILURES))
        .contains("Held to bounds alone: 1 of 1 cells", References.MACHINE, References.OTHER);
  }

  @Test
  void everyCheckIsATestcaseInItsSuite() throws Exception {
    Document xml = parsed(report(References.of(References.relabelled(20))));
    Element root = xml.getDocumentElement();
    assertThat(root.getAttribute("tests")).isEqualTo("5");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(5);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("other images or labels");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(References.CELL);
  }

  private static Document parsed(GateReport report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JUnitReport.of(report.checks()))));
  }
}
