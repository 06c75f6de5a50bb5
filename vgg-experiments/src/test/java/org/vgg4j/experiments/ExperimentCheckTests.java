package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;

class ExperimentCheckTests {
  @TempDir private Path folder;

  @Test
  void everyPartThatDoesNotFitTheOthersIsToldWithItsLine() throws IOException {
    assertThat(
            faults(
                """
                stagesOf: [table33]
                rows:
                  - {network: B, train: {scale: 256, from: {network: A, scale: 265}}, test: "dense|Q=256"}
                  - {network: Dd, train: {scale: 256, set: {dropuot: 0.3}}, test: "dens|Q=256"}
                  - name: both
                    fuse:
                      - {network: B, train: {scale: 256}, test: "dense|Q=256"}
                      - {network: Ee, train: {scale: 256}, test: "dense|Q=256"}
                claims:
                  - {text: t, section: "4", row: C/256, than: B/256, expect: lower}
                  - {text: t, section: "4", row: both, than: "table3:D/385", expect: lower}
                """))
        .satisfiesExactly(
            line -> assertThat(line).contains("mine.yaml:3:1: table33", "did you mean table3?"),
            line -> assertThat(line).contains("mine.yaml:5:", "A at S=265, which no row trains"),
            line -> assertThat(line).contains("mine.yaml:6:6: Dd", "did you mean D?"),
            line -> assertThat(line).contains("mine.yaml:6:", "unknown key dropuot"),
            line -> assertThat(line).contains("mine.yaml:6:", "did you mean dense?"),
            line -> assertThat(line).contains("mine.yaml:10:10: Ee", "no such network"),
            line -> assertThat(line).contains("mine.yaml:12:", "row: C/256 is no row of mine"),
            line -> assertThat(line).contains("mine.yaml:13:", "did you mean D/384?"));
  }

  @Test
  void aFaultOfAGridIsToldOnceAndAtItsKey() throws IOException {
    assertThat(
            faults(
                """
                grid:
                  networks: [A, Bx]
                  scales: ["256", "384"]
                  tests: ["dense|Q=256"]
                  set: {dropuot: ["0.3", "0.5"]}
                """))
        .satisfiesExactly(
            line -> assertThat(line).contains("mine.yaml:4:3: Bx", "did you mean B?"),
            line -> assertThat(line).contains("mine.yaml:7:3: set", "unknown key dropuot"));
  }

  @Test
  void everyRowOfACircleIsTold() throws IOException {
    assertThat(
            faults(
                """
                rows:
                  - {network: A, train: {scale: 256, from: {network: B, scale: 256}}, test: "dense|Q=256"}
                  - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256"}
                """))
        .satisfiesExactly(
            line -> assertThat(line).contains("mine.yaml:4:", "A at S=256 starts from itself"),
            line -> assertThat(line).contains("mine.yaml:5:", "B at S=256 starts from itself"));
  }

  @Test
  void aClaimAboutARowThatIsThereTwiceIsTold() throws IOException {
    assertThat(
            faults(
                """
                rows:
                  - {network: A, train: {scale: 256}, test: "dense|Q=256"}
                  - {network: A, train: {scale: 256}, test: "dense|Q=384"}
                  - {network: B, train: {scale: 256}, test: "dense|Q=256"}
                claims:
                  - {text: t, section: "4", row: B/256, than: A/256, expect: lower}
                """))
        .singleElement()
        .asString()
        .contains("A/256 is more than one row of mine; give each of them a name");
  }

  @Test
  void aRowMayBeCalledAsIfItWereOfAnotherTable() throws IOException {
    assertThat(
            faults(
                """
                rows:
                  - {name: "D: x", network: A, train: {scale: 256}, test: "dense|Q=256"}
                  - {network: B, train: {scale: 256}, test: "dense|Q=256"}
                claims:
                  - {text: t, section: "4", row: "D: x", than: B/256, expect: lower}
                """))
        .isEmpty();
  }

  @Test
  void aRowIsNotComparedWithItselfUnderAnotherName() throws IOException {
    assertThat(
            faults(
                """
                rows:
                  - {network: A, train: {scale: 256}, test: "dense|Q=256|flip"}
                  - {name: again, network: A, train: {scale: 256}, test: "dense|Q=256|flip"}
                claims:
                  - {text: t, section: "4", row: A/256, than: "table3:A/256", expect: lower}
                  - {text: t, section: "4", row: again, than: A/256, expect: lower}
                """))
        .satisfiesExactly(
            line ->
                assertThat(line).contains("mine.yaml:7:", "table3:A/256 is the row A/256 itself"),
            line -> assertThat(line).contains("mine.yaml:8:", "A/256 is the row again itself"));
  }

  @Test
  void tablesThatNameEachOtherAreLookedAtOnce() throws IOException {
    assertThat(
            faults(
                """
                stagesOf: ["%s"]
                rows:
                  - {network: A, train: {scale: 256}, test: "dense|Q=256"}
                  - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256"}
                """
                    .formatted(folder.resolve("mine.yaml"))))
        .isEmpty();
  }

  private List<String> faults(String rest) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "table: mine\ncaption: Mine\n" + rest);
    Experiment experiment = Experiments.named(file.toString());
    return ExperimentCheck.faults(
            file, experiment, NetworkCatalogue.shipped(), Preset.named("smoke"))
        .stream()
        .map(Problem::getMessage)
        .map(String::valueOf)
        .toList();
  }
}
