package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.experiments.gate.OneCell;

/** {@code vgg gate}, from outside. */
class GateCommandTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  private int gate(String... arguments) {
    terminal.clear();
    String[] all = new String[arguments.length + 3];
    all[0] = "gate";
    all[1] = "--baseline";
    all[2] = baseline().toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return terminal.vgg(all);
  }

  private Path baseline() {
    return folder.resolve("baseline.json");
  }

  private String output(int wrong) throws IOException {
    return new OneCell(folder.resolve("out")).wrong(wrong).toString();
  }

  /** One test for the whole way, as every look at the program takes seconds. */
  @Test
  void aBaselineIsWrittenPassedAndMissed() throws IOException {
    assertThat(gate("--update", output(10))).as(terminal.err()).isZero();
    assertThat(terminal.out()).isEqualTo("wrote " + baseline() + System.lineSeparator());

    Path junit = folder.resolve("gate.xml");
    Path summary = folder.resolve("gate.md");
    assertThat(gate("--junit", junit.toString(), "--summary", summary.toString(), output(10)))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("drift: 1 ok; bound: 1 ok").endsWith("open.\n");
    assertThat(junit).content().contains("failures=\"0\"", "inference graph of A-LRN");
    assertThat(summary).content().startsWith("## vgg gate").contains("The gate is open.");

    String approved = Files.readString(baseline());
    assertThat(gate(output(20))).isEqualTo(1);
    assertThat(terminal.out())
        .contains(
            "| drift | table3 tiny S=8 dense\\|Q=8 | 5.0%     | 10.0% | FAILED  | +5.0 points")
        .endsWith("The gate is SHUT.\n");
    assertThat(baseline()).hasContent(approved);
  }

  @Test
  void whatTheBaselineLacksEndsInExitCode2() throws IOException {
    assertThat(gate("--update", output(10))).isZero();
    String without = Files.readString(baseline()).replaceAll("\"network D\": [^\n]*\n", "");
    Files.writeString(baseline(), without);
    assertThat(gate(output(10))).isEqualTo(2);
    assertThat(terminal.out())
        .contains(
            "| exact | network D |", "138357544 parameters", "the baseline does not know all");
    assertThat(terminal.err()).contains("lacks network D; review what they are now and run");
  }

  @Test
  void anOutputWithoutTablesEndsInExitCode3AndLeavesTheBaseline() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(gate("--update", empty.toString())).isEqualTo(3);
    assertThat(terminal.err())
        .contains("holds no table with results; fill one by vgg reproduce table3");
    assertThat(baseline()).doesNotExist();
  }

  @Test
  void wrongUsageEndsInExitCode2() {
    assertThat(gate(folder.toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("baseline.json: does not exist; make it by vgg gate");
    assertThat(gate("--allow", "-1", folder.toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("a limit is at least 0");
    terminal.clear();
    assertThat(terminal.vgg("gate")).isEqualTo(2);
    assertThat(terminal.err()).contains("--baseline");
  }
}
