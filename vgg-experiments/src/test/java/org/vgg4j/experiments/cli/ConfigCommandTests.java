package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes on the command line: printed, compared, checked, changed. */
class ConfigCommandTests {
  private static final String SHORT = "generated:train=40,val=20";

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  @ParameterizedTest
  @ValueSource(strings = {"paper", "mini", "smoke", "modern"})
  void aPrintedRecipeIsSoundAndEqualsTheNamedOne(String name) throws IOException {
    assertThat(terminal.vgg("config", "print", name)).isZero();
    Path file = Files.writeString(folder.resolve("printed.yaml"), terminal.out());
    terminal.clear();
    assertThat(terminal.vgg("config", "validate", file.toString())).isZero();
    assertThat(terminal.out()).endsWith("printed.yaml is a sound recipe\n");
    terminal.clear();
    assertThat(terminal.vgg("config", "diff", name, file.toString())).isZero();
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void settingsArePrintedResolved() {
    assertThat(
            terminal.vgg(
                "config", "print", "smoke", "--set", "training.patience=3", "--set", "width=1"))
        .isZero();
    assertThat(terminal.out()).contains("patience: 3", "width: \"1\"", "patience: 10");
  }

  @Test
  void differencesAreOneLineAKeyAndExitCode1() {
    assertThat(terminal.vgg("config", "diff", "smoke", "modern")).isEqualTo(1);
    assertThat(terminal.out().lines())
        .anyMatch(line -> line.matches("width +1/16 +1"))
        .anyMatch(line -> line.matches("training.schedule +plateau +cosine"))
        .anyMatch(line -> line.matches("training.warmUp +none +5"))
        .anyMatch(line -> line.matches("training.patience +10 +none"))
        .noneMatch(line -> line.startsWith("momentum "));
  }

  @Test
  void everyFaultOfARecipeIsToldWithItsLine() throws IOException {
    assertThat(terminal.vgg("config", "print", "paper")).isZero();
    String wrong =
        terminal
            .out()
            .replace("momentum: 0.9", "momentum: 1.5")
            .replace("batch: 256", "bacth: 256")
            .replace("drops: 3", "drops: -3");
    Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);
    assertThat(terminal.vgg("config", "validate", file.toString())).isEqualTo(2);
    assertThat(terminal.err().lines())
        .allMatch(line -> line.startsWith("vgg: " + file))
        .anyMatch(line -> line.contains("wrong.yaml:5:1: unknown key bacth; did you mean batch?"))
        .anyMatch(line -> line.contains("missing key batch"))
        .anyMatch(line -> line.matches(".*:8:1: momentum: must be in \\[0, 1\\), not 1.5.*"))
        .anyMatch(line -> line.contains("training drops: must be at least 0, not -3"))
        .anyMatch(line -> line.contains("fineTuning drops: must be at least 0, not -3"))
        .hasSize(5);
  }

  @Test
  void aFileThatIsNotThereEndsInExitCode2() {
    refused("can't be read", "config", "validate", folder.resolve("none.yaml").toString());
    refused("did you mean smoke?", "config", "print", "smok");
    refused("holds no run", "config", "print", folder.toString());
  }

  @Test
  void aRunKeepsItsResolvedRecipeAndItsLayers() throws IOException {
    Path run = train("a", "--set", "training.iterations=3");
    assertThat(run.resolve("layers.yaml")).content().contains("conv1_1", "RANDOM");
    assertThat(terminal.err()).contains("A S=37 starts with all layers random");
    terminal.clear();
    assertThat(terminal.vgg("config", "diff", "smoke", run.toString())).isEqualTo(1);
    assertThat(terminal.out()).isEqualTo("training.iterations  1512  3\n");
  }

  @Test
  void twoRunsAreComparedInAllThatDecidedTheirResults() throws IOException {
    Path first = train("a", "--set", "training.iterations=3");
    Path second = train("b", "--set", "training.iterations=2", "--set", "dropout=0", "--seed", "2");
    terminal.clear();
    assertThat(terminal.vgg("config", "diff", first.toString(), second.toString())).isEqualTo(1);
    assertThat(terminal.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("seed 1 2", "training.iterations 3 2", "dropout 0.2 0.0")
        .noneMatch(line -> line.startsWith("identity"));
    assertThat(terminal.vgg("config", "diff", first.toString(), first.toString())).isZero();
  }

  private Path train(String out, String... more) throws IOException {
    Path output = folder.resolve(out);
    String[] usual = {
      "train", "--network", "A", "--recipe", "smoke", "--data", SHORT, "--out", output.toString()
    };
    String[] arguments = Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new);
    assertThat(terminal.vgg(arguments)).as(terminal.err()).isZero();
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void aRecipeFileBringsItsOwnSizes() throws IOException {
    assertThat(terminal.vgg("config", "print", "smoke", "--set", "crop=64")).isZero();
    Path file = Files.writeString(folder.resolve("own.yaml"), terminal.out());
    terminal.clear();
    assertThat(
            terminal.vgg(
                "reproduce",
                "table3",
                "--dry-run",
                "--recipe",
                file.toString(),
                "--data",
                SHORT,
                "--out",
                folder.resolve("o").toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("73..146");
  }

  @Test
  void whatARecipeCannotBeEndsInOneLineAndExitCode2() {
    for (List<String> bad :
        List.of(
            List.of("trainig.patience=3", "unknown key trainig; did you mean training?"),
            List.of("momentum=1", "momentum: must be in [0, 1), not 1"),
            List.of("training.learningRate=0", "learningRate: must be above 0"),
            List.of("crop=64", "train scale S=37: is smaller than the crop of 64 pixels"),
            List.of("training.trains=fc9", "fc9 is no layer with weights of network A"))) {
      refused(bad.get(1), training("--data", SHORT, "--set", bad.get(0)));
    }
    refused("did you mean modern?", training("--recipe", "modrn"));
    refused("needs a data set", training("--recipe", "modern"));
  }

  private String[] training(String... more) {
    String[] usual = {"train", "--network", "A", "--out", folder.resolve("o").toString()};
    return Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new);
  }

  private void refused(String message, String... arguments) {
    terminal.clear();
    assertThat(terminal.vgg(arguments)).as(terminal.err()).isEqualTo(2);
    assertThat(terminal.err().lines()).singleElement().asString().contains(message);
    assertThat(terminal.err()).startsWith("vgg: ");
  }
}
