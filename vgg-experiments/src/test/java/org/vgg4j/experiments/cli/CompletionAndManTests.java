package org.vgg4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vgg completion}, {@code vgg man} and {@code vgg doctor}, from outside. */
class CompletionAndManTests {
  @TempDir private Path folder;

  private final Terminal terminal = new Terminal();

  /** Asks bash itself what it would offer. */
  private String offered(String line, int word) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("vgg.bash"), terminal.out());
    String ask =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_vgg; echo ${COMPREPLY[@]}"
            .formatted(script, line, word);
    Process bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
    String answer = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(answer).isZero();
    return answer;
  }

  @Test
  void bashCompletesCommandsNetworksTablesAndPresets() throws Exception {
    assertThat(terminal.vgg("completion", "bash")).isZero();
    assertThat(offered("vgg rep", 1)).contains("reproduce");
    assertThat(offered("vgg train --network D-", 3)).contains("D-BN");
    assertThat(offered("vgg reproduce tab", 2)).contains("table3 table4");
    assertThat(offered("vgg train --preset m", 3)).contains("mini");
  }

  @Test
  void fishKnowsEveryCommandAndItsOptions() {
    assertThat(terminal.vgg("completion", "fish")).isZero();
    assertThat(terminal.out())
        .contains("complete -c vgg -n '__vgg_at' -f -a 'reproduce'")
        .contains("complete -c vgg -n '__vgg_at weights' -f -a 'import'")
        .contains("complete -c vgg -n '__vgg_is train' -l network -x -a 'A A-LRN B");
  }

  @Test
  void anUnknownShellEndsInExitCode2() {
    assertThat(terminal.vgg("completion", "tcsh")).isEqualTo(2);
    assertThat(terminal.err()).contains("tcsh");
  }

  @Test
  void everyCommandHasAManPage() throws IOException {
    assertThat(terminal.vgg("man", "--out", folder.toString())).isZero();
    assertThat(folder.resolve("vgg.1")).content().contains(".SH COMMANDS", "\\fBreproduce\\fR");
    assertThat(folder.resolve("vgg-weights-import.1")).isRegularFile();
    assertThat(Files.readString(folder.resolve("vgg-reproduce.1")))
        .startsWith(".TH \"VGG\\-REPRODUCE\" \"1\"")
        .contains("\\fB\\-\\-seeds\\fR=\\fISEEDS\\fR", "(default: 1)")
        .containsSubsequence(
            ".SH NAME",
            ".SH SYNOPSIS",
            "\\fITABLE\\fR",
            ".SH OPTIONS",
            ".SH EXAMPLES",
            "vgg reproduce table3",
            ".SH EXIT STATUS",
            ".SH SEE ALSO",
            "vgg(1)")
        .doesNotContain("${");
  }

  @Test
  void theDoctorLooksAtMachineAndData() {
    int exitCode =
        terminal.vgg("doctor", "--data", "generated:train=40,val=20", "--out", folder.toString());
    assertThat(exitCode).as(terminal.out()).isZero();
    assertThat(terminal.out())
        .contains(
            "ok       Java",
            "its native library loads",
            "generated: 40 generated/train, 20 generated/val images")
        .doesNotContain("missing ");
  }

  @Test
  void theDoctorEndsInExitCode1WhereDataAreMissing() {
    assertThat(terminal.vgg("doctor", "--data", folder.resolve("none").toString(), "--json"))
        .isEqualTo(1);
    assertThat(terminal.out()).contains("\"level\" : \"MISSING\"", "does not exist");
  }
}
