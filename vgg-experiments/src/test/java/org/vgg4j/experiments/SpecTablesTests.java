package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpecTablesTests {
  @Test
  void table1HasTheSixConfigurationsColumnByColumn() {
    List<String> lines = SpecTables.configurations().csv().lines().toList();
    assertThat(lines.get(0)).isEqualTo("A,A-LRN,B,C,D,E");
    assertThat(lines.get(1))
        .isEqualTo(
            "11 weight layers,11 weight layers,13 weight layers,"
                + "16 weight layers,16 weight layers,19 weight layers");
    assertThat(lines).contains(",LRN,conv3-64,conv3-64,conv3-64,conv3-64");
    assertThat(lines).contains(",,,conv1-256,conv3-256,conv3-256");
    assertThat(lines)
        .endsWith(
            "FC-1000,FC-1000,FC-1000,FC-1000,FC-1000,FC-1000",
            "soft-max,soft-max,soft-max,soft-max,soft-max,soft-max");
  }

  @Test
  void table2RoundsToThePapersMillions() {
    assertThat(SpecTables.parameters().csv().lines().skip(1))
        .allMatch(line -> line.matches(".*,(\\d+),\\1"))
        .contains("D,\"138,357,544\",138,138");
  }
}
