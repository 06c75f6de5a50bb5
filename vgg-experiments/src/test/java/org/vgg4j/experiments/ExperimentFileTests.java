package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;

class ExperimentFileTests {
  @TempDir private Path folder;

  @Test
  void aGridMakesARowForEveryCombination() throws IOException {
    Experiment experiment =
        read(
            """
            grid:
              networks: [A, B]
              scales: ["256", "256..512"]
              tests: ["dense|Q=256|flip"]
              set: {dropout: ["0.3", "0.5"]}
            """);
    assertThat(experiment.rows())
        .extracting(Row::label)
        .containsExactly(
            "A/256 dropout=0.3",
            "A/256 dropout=0.5",
            "A/256..512 dropout=0.3",
            "A/256..512 dropout=0.5",
            "B/256 dropout=0.3",
            "B/256 dropout=0.5",
            "B/256..512 dropout=0.3",
            "B/256..512 dropout=0.5");
    assertThat(stages(experiment))
        .hasSize(8)
        .extracting(stage -> stage.recipe().dropout())
        .startsWith(0.3, 0.5);
  }

  @Test
  void aGridOfSeveralTestsCallsItsRowsByTheirTestToo() throws IOException {
    Experiment experiment =
        read(
            """
            rows:
              - {network: C, train: {scale: 256}, test: "dense|Q=256"}
            grid: {networks: [A], scales: ["256"], tests: ["dense|Q=256", "center-crop|Q=256"]}
            """);
    assertThat(experiment.rows())
        .extracting(Row::label)
        .containsExactly("C/256", "A/256 dense|Q=256", "A/256 center-crop|Q=256");
  }

  @Test
  void aNameThatFilesCanNotHaveIsToldWithItsLine() throws IOException {
    for (String name : List.of("a b", "1", "claims", "report", "x".repeat(101))) {
      Path file = folder.resolve("mine.yaml");
      String row = "{network: A, train: {scale: 256}, test: \"dense|Q=256\"}";
      Files.writeString(file, "caption: Mine\ntable: %s\nrows: [%s]".formatted(name, row));
      assertThatThrownBy(() -> Experiments.named(file.toString()))
          .as(name)
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll("mine.yaml:2:", "table: ");
    }
  }

  @Test
  void aMistakeInAGridIsToldWithItsLineAndKey() {
    assertThat(mistakes("grid: {networks: [A, A], scales: [\"256\"], tests: [\"dense|Q=256\"]}"))
        .singleElement()
        .asString()
        .contains("mine.yaml:3:", "networks: a value is there twice");
    assertThat(mistakes("grid: {networks: [], scales: [\"256\"], tests: [\"dense|Q=256\"]}"))
        .singleElement()
        .asString()
        .contains("mine.yaml:3:", "networks: a list has at least one value");
    assertThat(mistakes("grid: {networks: A, scales: [big], tests: [\"dens|Q=256\"], sets: {}}"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("mine.yaml:3:", "grid.networks is not a list"),
            line -> assertThat(line).contains("mine.yaml:3:", "scales: train scale big"),
            line -> assertThat(line).contains("mine.yaml:3:", "tests: test protocol dens"),
            line -> assertThat(line).contains("mine.yaml:3:", "unknown key grid.sets"));
    assertThat(
            mistakes(
                """
                rows:
                  - {network: A, train: {scale: 256}, test: "dense|Q=256"}
                grid: {networks: [A], scales: ["256"], tests: ["dense|Q=256"]}
                """))
        .singleElement()
        .asString()
        .contains("mine.yaml:5:", "makes A/256, which rows has too");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsLine() {
    assertThat(
            mistakes(
                """
                capshun: twice
                rows:
                  - {network: B, train: {scale: big}, test: "dense|Q=256|flip"}
                  - {network: mine, train: {scale: 256}}
                  - {name: both, fuse: [{network: B, train: {scale: 256}}]}
                claims:
                  - {text: t, section: "4", row: mine/256, than: B/256, expect: worse}
                """))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("mine.yaml:3:", "unknown key capshun"),
            line -> assertThat(line).contains("mine.yaml:5:", "train scale big"),
            line -> assertThat(line).contains("mine.yaml:6:", "network, train and test"),
            line -> assertThat(line).contains("mine.yaml:7:", "missing key rows.2.fuse.0.test"),
            line -> assertThat(line).contains("mine.yaml:9:", "worse is not known"));
  }

  @Test
  void aCircleOfStagesIsTold() throws IOException {
    Experiment circle =
        read(
            """
            rows:
              - {network: A, train: {scale: 256, from: {network: B, scale: 256}}, test: "dense|Q=256"}
              - {network: B, train: {scale: 256, from: {network: A, scale: 256}}, test: "dense|Q=256"}
            """);
    assertThatThrownBy(() -> stages(circle))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mine: A at S=256 starts from itself; break the circle of from");
  }

  private static List<Stage> stages(Experiment experiment) {
    DataIdentity data = new DataIdentity("generated", "0123", 10, 1000, List.of());
    return new Plan(experiment, Preset.named("smoke"), NetworkCatalogue.shipped(), data).stages(1);
  }

  private List<String> mistakes(String rest) {
    Problem first = catchThrowableOfType(Problem.class, () -> read(rest));
    return Stream.concat(Stream.of(first), Arrays.stream(first.getSuppressed()))
        .map(problem -> String.valueOf(problem.getMessage()))
        .toList();
  }

  private Experiment read(String rest) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "table: mine\ncaption: Mine\n" + rest);
    return Experiments.named(file.toString());
  }
}
