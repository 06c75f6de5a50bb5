package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.experiments.RunStore;
import picocli.CommandLine;

/** The command line from outside: what it prints, and what it says of bad input. */
class CommandLineTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  @Test
  void networkShowPrintsWhatThePaperSaysOfD() {
    assertThat(terminal.vgg("network", "show", "D")).isZero();
    assertThat(terminal.out())
        .contains("parameters       138,357,544")
        .contains("multiply-adds    15.47 G")
        .containsPattern("pool5 .*\\| +212 \\| +32 \\|");
  }

  @Test
  void networkCompareMakesTheArgumentOfSection23() {
    assertThat(
            terminal.vgg("network", "compare", "conv3 conv3 conv3", "conv7", "--channels", "512"))
        .isZero();
    assertThat(terminal.out())
        .contains("7,077,888", "12,845,056", "27", "49")
        .contains("conv7 has 181.5% the weights of conv3 conv3 conv3, and sees the same field");
  }

  @Test
  void aLineInAFileIsEnoughForANewNetwork() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine conv3-8 | fc-classes\n");
    assertThat(terminal.vgg("network", "show", "mine", "--networks", file.toString())).isZero();
    assertThat(terminal.out()).contains("mine conv3-8 | fc-classes", "conv1_1", "fc2");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command :
        new String[] {
          "network list",
          "network show",
          "network compare",
          "reproduce",
          "train",
          "eval",
          "config print",
          "config diff",
          "config validate",
          "weights diff",
          "plot",
          "explain",
          "verify",
          "doctor",
          "ls",
          "clean",
          "completion",
          "man",
          "data fetch",
          "data prepare",
          "data prepare imagenet",
          "data inspect",
          "data verify",
          "data statistics",
          "data manifest",
          "data preview",
          "bench infer",
          "bench train"
        }) {
      terminal.clear();
      assertThat(terminal.vgg((command + " --help").split(" ", -1))).as(command).isZero();
      assertThat(terminal.out()).contains("Example", "vgg " + command);
    }
  }

  @Test
  void theHelpNamesEveryExitCode() {
    assertThat(terminal.vgg("--help")).isZero();
    assertThat(terminal.out()).contains("70 an error of this program");
  }

  @Test
  void examplesFit80ColumnsAndParagraphsFillThem() {
    assertFooterIsWhole(Vgg.commandLine());
  }

  private static void assertFooterIsWhole(CommandLine command) {
    String[] footer = command.getCommandSpec().usageMessage().footer();
    assertThat(footer)
        .as(command.getCommandSpec().qualifiedName())
        .allMatch(line -> line.length() <= 80 || !line.startsWith(" "));
    assertThat(String.join("\n", footer)).doesNotContainPattern("\n[^ \n]+ [^\n]*\n[^ \n]");
    command.getSubcommands().values().forEach(CommandLineTests::assertFooterIsWhole);
  }

  @Test
  void aParagraphOfHelpIsBrokenOnlyAtItsWidth() {
    assertThat(terminal.vgg("data", "preview", "--help")).isZero();
    assertThat(terminal.out()).contains(" jittering, mirrored,\nand with shifted colours.\n");
  }

  @Test
  void aDryRunPlansAndWritesNothing() {
    Path output = folder.resolve("out");
    assertThat(terminal.vgg("reproduce", "table3", "--dry-run", "--out", output.toString()))
        .isZero();
    assertThat(terminal.out()).contains("all layers of D at S=55", "some layers of A at S=37");
    assertThat(output).doesNotExist();
  }

  @Test
  void aDryRunOfAGridTellsItsTrainingsApartAndEstimatesTests() throws IOException {
    Path grid = folder.resolve("grid.yaml");
    Files.writeString(
        grid,
        """
        table: mine
        caption: Mine
        grid: {networks: [A], scales: ["256"], tests: ["dense|Q=256"], set: {dropout: ["0.3", "0.5"]}}
        """);
    assertThat(terminal.vgg("reproduce", grid.toString(), "--dry-run")).isZero();
    assertThat(terminal.out())
        .contains("| dropout=0.3 |", "| dropout=0.5 |", "A/256 dropout=0.5")
        .containsPattern("Trainings about .*, tests about .*: about .* in all");
  }

  @Test
  void anUnknownNetworkEndsInOneLineAndExitCode2() {
    refused(2, "vgg: network V: there is no such network", "network", "show", "V");
  }

  @Test
  void malformedNotationIsToldWithLineAndColumn() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "\nmine conv3_64 fc-classes\n");
    refused(2, "mine.txt:2:6", "network", "list", "--networks", file.toString());
  }

  @Test
  void aMissingDataFolderEndsInExitCode3() {
    refused(3, "does not exist", reproduce("--data", folder.resolve("none").toString()));
  }

  @Test
  void anEmptyDataFolderEndsInExitCode3() {
    refused(3, "looks like no known data set", reproduce("--data", folder.toString()));
  }

  @Test
  void aClassWithoutImagesEndsInExitCode3() throws IOException {
    Files.createDirectories(folder.resolve("train/cat"));
    Files.createDirectories(folder.resolve("val/cat"));
    refused(3, "cat", reproduce("--data", folder.toString()));
  }

  @Test
  void anUnreadableImageIsToldByName() throws IOException {
    for (String split : new String[] {"train", "val"}) {
      for (String name : new String[] {"cat", "dog"}) {
        Path images = Files.createDirectories(folder.resolve(split).resolve(name));
        Files.writeString(images.resolve("broken.jpg"), "no image");
      }
    }
    refused(3, "broken.jpg", reproduce("--data", folder.toString()));
  }

  @Test
  void aCropLargerThanTheTrainScaleEndsInExitCode2() {
    refused(
        2,
        "train scale S=14: is smaller than the crop of 32 pixels",
        "train",
        "--network",
        "A",
        "--scale",
        "100",
        "--out",
        folder.resolve("o").toString());
  }

  @Test
  void anOutputFolderInUseEndsInExitCode2() {
    try (RunStore held = RunStore.open(folder.resolve("o"))) {
      assertThat(held.file("x")).isNotNull();
      refused(2, "is in use by another run", reproduce());
    }
  }

  @Test
  void anOutputFolderThatIsAFileEndsInExitCode3() throws IOException {
    Files.writeString(folder.resolve("o"), "a file");
    refused(3, "can't be used as output folder", reproduce());
  }

  @Test
  void aPresetWithoutDataAsksForThem() {
    refused(2, "preset paper: needs a data set", reproduce("--preset", "paper"));
  }

  @Test
  void seedsAreOneOrMoreAndDistinct() {
    refused(2, "--seeds 1,2,1: names a seed twice", reproduce("--dry-run", "--seeds", "1,2,1"));
    terminal.clear();
    refused(2, "--seeds: names no seed", reproduce("--dry-run", "--seeds", ","));
  }

  @Test
  void atLeastOneStageRunsAtATime() {
    refused(2, "--parallel 0: trains nothing", reproduce("--dry-run", "--parallel", "0"));
  }

  @Test
  void weightsThatAreNoneEndInExitCode3() throws IOException {
    Path file = Files.writeString(folder.resolve("w.safetensors"), "nothing of the kind");
    refused(
        3, "is not a sound safetensors file", "eval", file.toString(), "--protocol", "dense|Q=37");
  }

  @Test
  void anUnknownOptionSuggestsAnother() {
    assertThat(terminal.vgg("reproduce", "table3", "--sed", "1")).isEqualTo(2);
    assertThat(terminal.err()).contains("--sed").contains("--seeds");
  }

  @Test
  void debugShowsWhereAProblemCameFrom() {
    assertThat(terminal.vgg("--debug", "network", "show", "V")).isEqualTo(2);
    assertThat(terminal.err()).contains("at org.vgg4j.core.spec.NetworkCatalogue");
  }

  private String[] reproduce(String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "reproduce";
    arguments[1] = "table3";
    arguments[2] = "--out";
    arguments[3] = folder.resolve("o").toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return arguments;
  }

  private void refused(int exitCode, String message, String... arguments) {
    assertThat(terminal.vgg(arguments)).as(terminal.err()).isEqualTo(exitCode);
    assertThat(terminal.err().lines().filter(line -> line.startsWith("vgg: ")))
        .singleElement()
        .asString()
        .contains(message);
    assertThat(terminal.err()).doesNotContain("\tat ");
  }
}
