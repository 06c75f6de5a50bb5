package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vgg4j.experiments.RunStore;

/** {@code vgg ls} and {@code vgg clean}, from outside. */
class ListAndCleanCommandTests {
  @RegisterExtension static final SmallOutput SMALL = new SmallOutput();

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();
  private Path out = Path.of("");

  @BeforeEach
  void copy() {
    out = SMALL.copyTo(folder);
  }

  /** A finished run that no table names. */
  private Path stray() {
    Path stray = out.resolve("runs/A-S99-seed1-00000000");
    SmallOutput.copy(SmallOutput.run(out, "A"), stray);
    return stray;
  }

  private void unfinished(Path run) throws IOException {
    Files.delete(run.resolve("weights.safetensors"));
  }

  @Test
  void runsAreListedWithTheirTables() {
    assertThat(terminal.vgg("ls", out.toString())).isZero();
    assertThat(terminal.out())
        .containsPattern("A-S37-seed1-\\w+ +\\| finished +\\| A +\\| +37 \\| .* mine +\\|")
        .contains("2 runs, ")
        .containsPattern("\\| mine +\\| smoke +\\| +3 \\|");
  }

  @Test
  void unfinishedAndDamagedRunsAreTold() throws IOException {
    unfinished(SmallOutput.run(out, "B"));
    Files.writeString(SmallOutput.run(out, "A").resolve("spec.yaml"), "network: [");
    Files.writeString(out.resolve("table9.json"), "{}");
    assertThat(terminal.vgg("ls", out.toString())).isZero();
    assertThat(terminal.out())
        .contains("interrupted, epoch 2/2", "| damaged ", "table9.json (can't be read)");
  }

  @Test
  void aRunWhoseNetworkNobodyCanReadIsDamagedAndStopsNothing() throws IOException {
    Path spec = SmallOutput.run(out, "A").resolve("spec.yaml");
    Files.writeString(
        spec,
        Files.readString(spec)
            .replaceFirst("(?s)network: .*?\nclasses", "network: \"A nonsense\"\nclasses"));
    assertThat(terminal.vgg("ls", out.toString())).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("| damaged ", "| finished ");
    assertThat(terminal.vgg("report", out.toString())).as(terminal.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"other.yaml:D/384, smoke", "table3:D/385, smoke", "table3:D/384, own.yaml"})
  void nothingIsRemovedWhereAClaimIsAboutARowThatNobodyCanFind(String row, String preset)
      throws IOException {
    Path stray = stray();
    Path table = out.resolve("mine.json");
    Files.writeString(
        table,
        Files.readString(table)
            .replace("\"than\" : \"A/256\"", "\"than\" : \"" + row + "\"")
            .replace("\"preset\" : \"smoke\"", "\"preset\" : \"" + preset + "\""));
    assertThat(terminal.vgg("clean", out.toString(), "--yes")).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("nothing to remove");
    assertThat(stray).isDirectory();
    assertThat(terminal.vgg("ls", out.toString())).isZero();
    assertThat(terminal.out()).containsPattern("A-S99-seed1-00000000 .* min +\\| +\\|");
  }

  @Test
  void whatATableNeedsIsNeverRemoved() {
    assertThat(terminal.vgg("clean", out.toString(), "--yes")).isZero();
    assertThat(terminal.out()).isEqualTo("nothing to remove\n");
    assertThat(terminal.vgg("verify", out.toString())).isZero();
  }

  @Test
  void strayRunsAndTemporaryFilesAreRemoved() throws IOException {
    Path stray = stray();
    Path part = Files.writeString(out.resolve(".mine.json.part"), "half");
    assertThat(terminal.vgg("clean", out.toString(), "--dry-run")).isZero();
    assertThat(stray).isDirectory();
    assertThat(terminal.vgg("clean", out.toString(), "--yes")).isZero();
    assertThat(terminal.out()).contains("A-S99-seed1-00000000", "of no table", "removed");
    assertThat(stray).doesNotExist();
    assertThat(part).doesNotExist();
    assertThat(SmallOutput.run(out, "A")).isDirectory();
  }

  @Test
  void anUnfinishedRunStaysUnlessAskedFor() throws IOException {
    Path stray = stray();
    unfinished(stray);
    assertThat(terminal.vgg("clean", out.toString(), "--yes")).isZero();
    assertThat(stray).isDirectory();
    assertThat(terminal.vgg("clean", out.toString(), "--yes", "--interrupted")).isZero();
    assertThat(stray).doesNotExist();
  }

  @Test
  void checkpointsOfFinishedRunsGoOnRequest() {
    Path checkpoints = SmallOutput.run(out, "A").resolve("checkpoints");
    assertThat(checkpoints).isDirectory();
    assertThat(terminal.vgg("clean", out.toString(), "--yes", "--checkpoints")).isZero();
    assertThat(checkpoints).doesNotExist();
    assertThat(terminal.vgg("verify", out.toString())).isZero();
  }

  @Test
  void withoutATerminalNothingIsRemovedUnasked() {
    Path stray = stray();
    refused(2, "add --yes, or --dry-run to look", out);
    assertThat(stray).isDirectory();
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() {
    Path stray = stray();
    try (RunStore held = RunStore.open(out)) {
      refused(2, "is in use by another run", held.file(""));
    }
    assertThat(stray).isDirectory();
  }

  @Test
  void aFolderWithoutTablesOrOfOthersIsLeftAlone() throws IOException {
    Files.delete(out.resolve("mine.json"));
    refused(2, "has no table yet", out);
    Files.delete(out.resolve(".lock"));
    refused(3, "is no output folder, it has no file .lock", out);
    assertThat(out.resolve(".lock")).doesNotExist();
    refused(3, "is no output folder, it has no folder runs", folder);
  }

  @Test
  void anUnreadableTableStopsTheCleaning() throws IOException {
    stray();
    Files.writeString(out.resolve("table9.json"), "{}");
    refused(3, "is no table of this version", out);
  }

  private void refused(int exitCode, String message, Path place) {
    assertThat(terminal.vgg("clean", place.toString())).isEqualTo(exitCode);
    assertThat(terminal.err()).contains(message);
  }
}
