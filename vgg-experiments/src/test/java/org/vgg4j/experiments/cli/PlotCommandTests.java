package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg plot}, from outside. */
class PlotCommandTests {
  private static final String EPOCH =
      "{\"epoch\":%d,\"iterations\":63,\"rate\":0.01,\"loss\":2.25,\"trainError\":50.5,"
          + "\"validationTop1\":40.0,\"validationTop5\":10.0,\"imagesPerSecond\":100.0,"
          + "\"dataWait\":0.5,\"seconds\":7.5}\n";

  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  private String run(String name, String journal) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("journal.jsonl"), journal);
    return run.toString();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void severalRunsAreDrawnInBothFormats() throws IOException {
    String first = run("A", EPOCH.formatted(0) + EPOCH.formatted(1));
    String second = run("B", EPOCH.formatted(0));
    assertThat(terminal.vgg("plot", first, second, "--out", file("c.png"), "--out", file("c.svg")))
        .isZero();
    assertThat(terminal.out()).contains("wrote " + file("c.png"), "wrote " + file("c.svg"));
    assertThat(folder.resolve("c.png")).isNotEmptyFile();
    assertThat(folder.resolve("c.svg")).content().contains("rgb(0,114,178)", "rgb(213,94,0)");
  }

  @Test
  void oneQuantityCanBeDrawnAlone() throws IOException {
    String run = run("A", EPOCH.formatted(0) + EPOCH.formatted(1));
    assertThat(terminal.vgg("plot", run, "--what", "rate", "--out", file("c.svg"))).isZero();
    assertThat(folder.resolve("c.svg")).content().contains("height=\"275\"");
  }

  @Test
  void whatIsNoRunEndsInExitCode3() {
    refused(3, folder + ": holds no journal.jsonl; give the folder of a run", folder.toString());
  }

  @Test
  void aLineThatIsBeingWrittenDoesNotCount() throws IOException {
    String run = run("A", EPOCH.formatted(0) + "{\"epoch\":1,\"iter");
    assertThat(terminal.vgg("plot", run, "--out", file("c.svg"))).isZero();
  }

  @Test
  void aForeignOrEmptyJournalEndsInExitCode3() throws IOException {
    refused(3, "it has a line that tells of no epoch", run("A", "{\"note\": \"not ours\"}\n"));
    refused(3, "tells of no epoch; wait until the first is done", run("B", ""));
  }

  @Test
  void anotherFormatEndsInExitCode2() throws IOException {
    String run = run("A", EPOCH.formatted(0));
    assertThat(terminal.vgg("plot", run, "--out", file("c.pdf"))).isEqualTo(2);
    assertThat(terminal.err()).contains("c.pdf: is neither an .svg nor a .png file");
  }

  private void refused(int exitCode, String message, String run) {
    terminal.clear();
    assertThat(terminal.vgg("plot", run, "--out", file("c.png"))).isEqualTo(exitCode);
    assertThat(terminal.err()).startsWith("vgg: ").contains(message).hasLineCount(1);
    assertThat(folder.resolve("c.png")).doesNotExist();
  }
}
