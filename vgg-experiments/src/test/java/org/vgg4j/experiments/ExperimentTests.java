package org.vgg4j.experiments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.core.Problem;

class ExperimentTests {
  /** Section 4.1 of the paper: network, S, Q, top-1 and top-5 validation error in percent. */
  private static final List<String> TABLE_3 =
      List.of(
          "A 256 256 29.6 10.4",
          "A-LRN 256 256 29.7 10.5",
          "B 256 256 28.7 9.9",
          "C 256 256 28.1 9.4",
          "C 384 384 28.1 9.3",
          "C 256..512 384 27.3 8.8",
          "D 256 256 27.0 8.8",
          "D 384 384 26.8 8.7",
          "D 256..512 384 25.6 8.1",
          "E 256 256 27.3 9.0",
          "E 384 384 26.9 8.7",
          "E 256..512 384 25.5 8.0");

  @TempDir private Path folder;

  @Test
  void theShippedTable3HasThePapersRowsAndNumbers() {
    assertThat(Experiment.shipped(3).rows())
        .extracting(
            row ->
                String.join(
                    " ",
                    row.network(),
                    row.train().scale(),
                    row.test().replaceAll("dense\\|Q=(\\d+)\\|flip", "$1"),
                    String.valueOf(requireNonNull(row.paper()).top1()),
                    String.valueOf(row.paper().top5())))
        .isEqualTo(TABLE_3);
  }

  @Test
  void aRowWithoutThePapersNumbersIsEnoughOfOnesOwn() throws IOException {
    Experiment own = read("{network: mine, train: {scale: 256}, test: \"dense|Q=256\"}");
    assertThat(own.rows().get(0).paper()).isNull();
    assertThat(own.rows().get(0).train().from()).isNull();
  }

  @Test
  void aBadScaleIsToldWithItsLine() {
    assertThatThrownBy(() -> read("{network: mine, train: {scale: big}, test: \"dense|Q=256\"}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mine.yaml:4")
        .hasMessageContaining("train scale big");
  }

  @Test
  void anExperimentWithoutRowsIsRefused() {
    Path file = folder.resolve("mine.yaml");
    assertThatThrownBy(
            () -> {
              Files.writeString(file, "table: 9\ncaption: none\nrows: []\n");
              Experiment.read(file);
            })
        .isInstanceOf(Problem.class)
        .hasMessageContaining("at least one row");
  }

  private Experiment read(String row) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "table: 9\ncaption: Mine\nrows:\n  - " + row + "\n");
    return Experiment.read(file);
  }
}
