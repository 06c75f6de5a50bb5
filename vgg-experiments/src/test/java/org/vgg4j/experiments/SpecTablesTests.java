package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.table.TextTable;

class SpecTablesTests {
  @Test
  void table1HasTheSixConfigurationsColumnByColumn() {
    List<String> lines = table("table1").csv().lines().toList();
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
    assertThat(table("table2").csv().lines().skip(1))
        .allMatch(line -> line.matches(".*,(\\d+),\\1"))
        .contains("D,\"138,357,544\",138,138");
  }

  @Test
  void networksOfDifferentDepthStandBesideEachOther(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine conv3-8 | fc-classes");
    SpecTable mine = new SpecTable("mine", "Mine", List.of("mine", "A"), null);
    NetworkCatalogue networks = NetworkCatalogue.shipped().with(file);
    assertThat(mine.content(networks).csv().lines())
        .contains("FC-1000,conv3-128", "soft-max,maxpool", ",conv3-256");
  }

  @Test
  void theirFilesAreNotTakenForTablesOfResults(@TempDir Path out) {
    SpecTable table = SpecTable.named("table2");
    ResultFiles files = new ResultFiles(out);
    files.write(table, table.content(NetworkCatalogue.shipped()));
    assertThat(out.resolve("table2.json")).content().contains("\"Table 2: Number of parameters\"");
    assertThat(out.resolve("table2.tex")).content().contains("138,357,544");
    assertThat(files.tables()).isEmpty();
  }

  private static TextTable table(String name) {
    return SpecTable.named(name).content(NetworkCatalogue.shipped());
  }
}
